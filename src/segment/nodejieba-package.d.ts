/** The part of nodejieba we use, stated here because the optional package, with its own types, may be absent. */
declare module "nodejieba" {
  const nodejieba: {
    cut(text: string): string[];
    insertWord(word: string): boolean;
  };
  export default nodejieba;
}
