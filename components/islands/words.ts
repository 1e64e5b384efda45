/** Words of the controls that scripts add to an article, in the language of the page. */
export interface Words {
  copied: string;
  linkCopied: string;
  copyLatex: string;
  formula: string;
  close: string;
  larger: string;
  smaller: string;
  previousPicture: string;
  nextPicture: string;
}

/** The words that came with an article; null where there is none. */
export function wordsOf(article: HTMLElement | null): Words | null {
  const words = article?.dataset.words;
  return words === undefined ? null : (JSON.parse(words) as Words);
}
