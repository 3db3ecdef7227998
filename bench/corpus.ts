/**
 * Made-up Chinese for measuring: words of one to four characters that occur about as often as words do (Zipf), in sentences and
 * lines of official length. The same seed gives the same text on every machine.
 */
const FIRST_HAN = 0x4e00;
const CHARACTERS = 5_000;
const WORDS = 40_000;
const LINE_UNITS = 200;

/** Numbers in [0, 1), the same ones every time. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

/** A rank below `size`; small ones far more often than large ones. */
function zipf(random: () => number, size: number): number {
  return Math.floor(size ** random()) - 1;
}

function inventWord(random: () => number, length: number): string {
  let word = "";
  while (word.length < length) word += String.fromCharCode(FIRST_HAN + zipf(random, CHARACTERS) * 4);
  return word;
}

/** The frequent ones first. */
const vocabulary = (() => {
  const random = randomNumbers(1);
  return Array.from({ length: WORDS }, () => inventWord(random, 1 + Math.floor(random() * 3.5)));
})();

/** Running text of about so many bytes of UTF-8. */
export function inventText(bytes: number): string {
  const random = randomNumbers(2);
  const lines: string[] = [];
  for (let written = 0; written < bytes; ) {
    const wanted = LINE_UNITS * random();
    let line = "　　";
    while (line.length < wanted) {
      for (let words = 3 + random() * 12; words > 0; words -= 1) line += vocabulary[zipf(random, WORDS)];
      line += random() < 0.1 ? `${Math.floor(random() * 3_000)}年，` : random() < 0.3 ? "。" : "，";
    }
    lines.push(line);
    written += Buffer.byteLength(line) + 1;
  }
  return lines.join("\n");
}

/** So many different terms: a third are rare words of the text, so that there are hits; the others only look like them. */
export function inventTerms(count: number): string[] {
  const random = randomNumbers(3);
  const rarest = vocabulary.filter(({ length }) => length >= 2).reverse();
  const terms = new Set(rarest.slice(0, Math.floor(count / 3)));
  while (terms.size < count) terms.add(inventWord(random, 3 + Math.floor(random() * 4)));
  return [...terms];
}
