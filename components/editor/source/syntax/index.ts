import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { languages } from '@codemirror/language-data';
import type { LanguageSupport } from '@codemirror/language';
import { Autolink, Table, TaskList } from '@lezer/markdown';
import { koreanEmphasis } from './emphasis';
import { mathSyntax } from './math';
import { noteSyntax } from './notes';

export { calloutTag, footnoteTag, mathTag, moreTag } from './tags';

/** Markdown as the page reads it. Languages of code fences are loaded when one is seen. */
export function markdownSyntax(): LanguageSupport {
  return markdown({
    codeLanguages: languages,
    extensions: [Table, TaskList, Autolink, koreanEmphasis, mathSyntax, noteSyntax],
    // Keys and pasting are done elsewhere.
    addKeymap: false,
    completeHTMLTags: false,
    pasteURLAsLink: false,
  });
}

/** The language as CodeMirror knows it, for `isActiveAt`. */
export { markdownLanguage };
