/** What is used of word-extractor 1.0.4, which has no types of its own. */
declare module "word-extractor" {
  interface TextOptions {
    /** Quotes and dashes as plain ASCII; true unless told otherwise. */
    filterUnicode?: boolean;
    includeFooters?: boolean;
  }
  interface WordDocument {
    getBody(options?: TextOptions): string;
    getHeaders(options?: TextOptions): string;
    getFooters(options?: TextOptions): string;
    getFootnotes(options?: TextOptions): string;
    getEndnotes(options?: TextOptions): string;
    getAnnotations(options?: TextOptions): string;
    getTextboxes(options?: TextOptions): string;
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>;
  }
}
