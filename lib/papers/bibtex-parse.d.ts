declare module 'bibtex-parse' {
  /** A value between braces or quotes, a number, an abbreviation, or several put together. */
  interface Field {
    name: string;
    value: unknown;
    datatype: string;
  }
  interface Item {
    itemtype: string;
    type?: string;
    fields?: Field[];
  }
  const bibtex: {
    /** @throws where it is no BibTeX. */
    parse(text: string, options?: { number?: 'auto' | 'string' }): Item[];
  };
  export default bibtex;
}
