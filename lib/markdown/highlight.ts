import type { ElementContent } from 'hast';
import { element } from './hast/tree';

/** What knows languages. Apart from the pipeline, because the grammars are most of its weight: see languages.ts. */
export interface Highlighting {
  /** Name of a language as readers know it; undefined for one that is unknown. */
  nameOf(language: string): string | undefined;
  /** Lines of tokens; colours are `var(--hl-token-…)`. */
  tokens(source: string, language: string): { content: string; color?: string }[][];
}

let highlighting: Highlighting | undefined;

export function provideHighlighting(provided: Highlighting): void {
  highlighting = provided;
}

/** Whether languages are known yet; see languages.ts. */
export function isHighlightingLoaded(): boolean {
  return highlighting !== undefined;
}

/** The name of a language as readers know it; what the author wrote where it is unknown. */
export function languageName(language: string): string {
  return highlighting?.nameOf(language) ?? language.slice(0, 30);
}

const COLOUR = /^var\(--hl-token-([a-z-]+)\)$/;

/**
 * Lines of code as spans with classes (`hl-keyword`, `hl-string`, `hl-comment`, `hl-constant`, `hl-function`,
 * `hl-parameter`, `hl-string-expression`, `hl-punctuation`, `hl-link`), coloured by the style sheet alone; null for an
 * unknown language.
 */
export function highlight(source: string, language: string): ElementContent[][] | null {
  if (highlighting?.nameOf(language) === undefined) return null;
  return highlighting.tokens(source, language).map((line) => {
    const nodes: ElementContent[] = [];
    for (const token of line) {
      const name = COLOUR.exec(token.color ?? '')?.[1];
      const last = nodes.at(-1);
      if (name === undefined || token.content.trim() === '') {
        if (last?.type === 'text') last.value += token.content;
        else nodes.push({ type: 'text', value: token.content });
        continue;
      }
      const className = [`hl-${name}`];
      const inner = last?.type === 'element' && last.properties.className;
      if (last?.type === 'element' && Array.isArray(inner) && inner[0] === className[0]) {
        const content = last.children[0];
        if (content?.type === 'text') content.value += token.content;
      } else nodes.push(element('span', { className }, [token.content]));
    }
    return nodes;
  });
}
