import { NO_PALETTE } from "./colours.ts";
import { listOf, type PartReader } from "./reading.ts";
import { collectRichText } from "./rich-text.ts";

/** The author of the copy of a threaded comment that old programs see. */
const THREAD_AUTHOR = /^tc=\{/;

/** Comments in cells, each with its cell (ISO/IEC 29500-1 §18.7). */
export const readComments: PartReader = (place, reading) => {
  const { sheet = place.part } = place;
  const rich = collectRichText(NO_PALETTE);
  const authors: string[] = [];
  let cell = "";
  let author = "";
  let inAuthor = false;

  const finishAuthor = () => {
    inAuthor = false;
    authors.push(author);
    if (!THREAD_AUTHOR.test(author)) property(author);
    author = "";
  };
  const property = (text: string) =>
    reading.emit({ text, part: "metadata", channel: "property", location: { object: "comment author" } });
  const finishComment = () => {
    const { text, phonetic } = rich.take();
    const thread = reading.threads.get(`${sheet} ${cell}`) ?? [];
    const repeats =
      THREAD_AUTHOR.test(author) && thread.length > 0 && thread.every((each) => text.includes(each));
    author = "";
    reading.know(text);
    if (repeats) return;
    for (const said of [text, phonetic])
      reading.emit({ text: said, part: "comment", channel: "comment", location: { sheet, cell } });
  };
  return {
    open(element) {
      rich.open(element);
      if (element.name === "s:author") inAuthor = true;
      if (element.name !== "s:comment") return;
      cell = element.attributes.get("ref") ?? "";
      author = authors[Number(element.attributes.get("authorId"))] ?? "";
    },
    text(text) {
      if (inAuthor) author += text;
      else rich.text(text);
    },
    close(element) {
      rich.close(element);
      if (element.name === "s:author") finishAuthor();
      if (element.name === "s:comment") finishComment();
    },
  };
};

/** Comments that answer each other ([MS-XLSX] 2.6.205). */
export const readThreadedComments: PartReader = (place, reading) => {
  const { sheet = place.part } = place;
  let cell = "";
  let text = "";
  return {
    open({ name, attributes }) {
      if (name === "xtc:threadedComment") cell = attributes.get("ref") ?? "";
      if (name === "xtc:text") text = "";
    },
    text(more) {
      text += more;
    },
    close({ name }) {
      if (name !== "xtc:text") return;
      listOf(reading.threads, `${sheet} ${cell}`).push(text);
      reading.emit({ text, part: "comment", channel: "comment", location: { sheet, cell } });
    },
  };
};
