import type { Elements, Opening, Reading } from "./reading.ts";

/** Tracked changes around content (ISO/IEC 29500-1 §17.13.5). */
export const revisionElements: Elements = {
  "w:del": deletion,
  "w:moveFrom": deletion,
  "w:ins": insertion,
  "w:moveTo": insertion,
};

function deletion(reading: Reading): () => void {
  reading.deleted += 1;
  return () => {
    reading.deleted -= 1;
  };
}

function insertion(reading: Reading): () => void {
  reading.inserted += 1;
  return () => {
    reading.inserted -= 1;
  };
}

/** `w:rPrChange`, `w:pPrChange` … hold the properties of before: they must not pass for the present ones. */
export const formerProperties: Opening = (reading) => {
  reading.former += 1;
  return () => {
    reading.former -= 1;
  };
};
