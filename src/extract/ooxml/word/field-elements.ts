import type { Elements, Reading } from "./reading.ts";
import { addText } from "./run-elements.ts";

/** Simple and complex fields: the result is seen, the code is not (ISO/IEC 29500-1 §17.16). */
export const fieldElements: Elements = {
  "w:fldSimple": (reading, { attributes }) => {
    const code = attributes.get("w:instr") ?? "";
    reading.document.spendText(code.length);
    addText(reading, code, "field-code");
    return;
  },
  "w:fldChar": (reading, { attributes }) => {
    switch (attributes.get("w:fldCharType")) {
      case "begin":
        beginField(reading);
        break;
      case "separate":
        endCode(reading);
        break;
      case "end":
        endCode(reading);
        reading.fields.pop();
        break;
    }
    return;
  },
};

/** A code ends with its paragraph at the latest: a field left open must not hide the rest of the text. */
function beginField(reading: Reading): void {
  const paragraph = reading.paragraphs.at(-1);
  reading.fields.push({ paragraph, inCode: true });
  if (paragraph) paragraph.codeDepth += 1;
}

function endCode(reading: Reading): void {
  const field = reading.fields.at(-1);
  if (!field?.inCode) return;
  field.inCode = false;
  if (field.paragraph) field.paragraph.codeDepth -= 1;
}
