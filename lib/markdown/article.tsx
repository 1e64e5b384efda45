import type { ReactElement } from 'react';
import { measureText } from './hast/text';
import { compile } from './pipeline';
import type { MarkdownOptions, OutlineItem, Problem } from './types';

/** An article for a live preview: the same element that the page is made from. */
export interface Preview {
  element: ReactElement;
  outline: OutlineItem[];
  problems: Problem[];
  /** Addresses of images that the source names (decoded, NFC), found or not. */
  imageAddresses: string[];
  words: number;
  minutes: number;
}

/** Renders a source to a React element and what an editor shows beside it. Never throws. */
export function articleElement(source: string, options: MarkdownOptions): Preview {
  const { element, tree, context } = compile(source, options);
  return {
    element,
    outline: context.outline,
    problems: context.problems.toSorted((a, b) => a.line - b.line),
    imageAddresses: [...context.imageAddresses],
    ...measureText(tree),
  };
}

/** The element of `articleElement` as a component. Renders on every call: keep its props stable. */
export function Article({ source, options }: { source: string; options: MarkdownOptions }): ReactElement {
  return articleElement(source, options).element;
}
