import type { Element, ElementContent, Properties, Root } from 'hast';
import type { Context } from '../context';
import { highlight, isHighlightingLoaded, languageName } from '../highlight';
import { LIMITS } from '../limits';
import { element, replace, stringOf, textOf } from './tree';

/** Fenced and indented code: language, lines that the author marked, colours, and a button that a script may show. */
export function code(context: Context): (tree: Root) => void {
  return (tree) => {
    let highlighted = 0;
    replace(tree, (node) => {
      if (node.tagName !== 'pre') return undefined;
      const inner = node.children.find(
        (child): child is Element => child.type === 'element' && child.tagName === 'code',
      );
      if (inner?.properties.dataLang === undefined) return undefined;
      const info = readInfo(stringOf(inner.properties.dataLang), stringOf(inner.properties.dataMeta));
      const source = textOf(inner).replace(/\n$/, '');
      const fits = source.length <= LIMITS.code && highlighted + source.length <= LIMITS.codeTogether;
      if (fits) highlighted += source.length;
      return [codeBlock(source, info, fits, context)];
    });
  };
}

function codeBlock(
  source: string,
  { language, marked, title, firstNumber }: CodeInfo,
  colour: boolean,
  context: Context,
): Element {
  const lines =
    (colour && coloured(source, language, context)) ||
    source.split('\n').map((line): ElementContent[] => [{ type: 'text', value: line }]);
  const children = lines.flatMap((line, index): (ElementContent | string)[] => {
    const end = index < lines.length - 1 ? '\n' : '';
    const shown = marked.has(index + 1) ? [element('mark', { className: ['code-line'] }, line)] : line;
    // Numbers are the style sheet's, so that copying leaves them out.
    return firstNumber === null
      ? [...shown, end]
      : [element('span', { className: ['code-row'] }, shown), end];
  });
  const name = languageName(language);
  const numbering: Properties =
    firstNumber === null
      ? {}
      : {
          className: ['code-numbered'],
          ...(firstNumber !== 1 && { style: `counter-reset:row ${String(firstNumber - 1)}` }),
        };
  return element(
    'div',
    { className: ['code'] },
    [
      element('div', { className: ['code-head'] }, [
        ...(title === '' ? [] : [element('span', { className: ['code-title'] }, [title])]),
        element('span', { className: ['code-language'] }, [name]),
        element('button', { type: 'button', className: ['code-copy'], dataCopy: '', hidden: true }, [
          context.labels.copy,
        ]),
      ]),
      element('pre', { tabIndex: 0, role: 'group', ariaLabel: title || name || context.labels.code }, [
        element('code', numbering, mergeText(children)),
      ]),
    ],
    { role: 'code' },
  );
}

/** `highlight`, or what it gave before; its nodes are not changed by anyone. */
function coloured(source: string, language: string, { memo }: Context): ElementContent[][] | null {
  const key = `${language}\0${source}`;
  const known = memo?.code.get(key);
  if (known !== undefined) return known;
  const lines = highlight(source, language);
  if (isHighlightingLoaded()) memo?.code.set(key, lines);
  return lines;
}

function mergeText(children: (ElementContent | string)[]): ElementContent[] {
  const merged: ElementContent[] = [];
  for (const child of children) {
    const node: ElementContent = typeof child === 'string' ? { type: 'text', value: child } : child;
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else if (node.type !== 'text' || node.value !== '')
      merged.push(node.type === 'text' ? { ...node } : node);
  }
  return merged;
}

/** What a fence says of its code. */
interface CodeInfo {
  language: string;
  /** 1-based, whatever number the first line has. */
  marked: Set<number>;
  /** Where the code is from; empty where nobody said. */
  title: string;
  /** Of the first line; null without numbers. */
  firstNumber: number | null;
}

/**
 * ```` ```python {1,3-5} ```` marks lines, `showLineNumbers` or `linenos=true` numbers them (from `linenostart`), and
 * `title="train.py"` says where they are from; or as Hugo writes it, `{hl_lines=[1,"3-5"],linenos=table}`.
 */
function readInfo(lang: string, meta: string): CodeInfo {
  const whole = `${lang} ${meta}`;
  const list = /hl_lines=\[([^\]]*)\]/.exec(whole)?.[1] ?? /\{([\d\s,-]+)\}/.exec(whole)?.[1] ?? '';
  const marked = new Set<number>();
  for (const part of list.split(',').slice(0, 200)) {
    const [, from, to] = /^["'\s]*(\d{1,5})(?:\s*-\s*(\d{1,5}))?["'\s]*$/.exec(part) ?? [];
    if (from === undefined) continue;
    const last = Math.min(Number(to ?? from), Number(from) + 2_000);
    for (let line = Number(from); line <= last; line++) marked.add(line);
  }
  const start = Number(/\blinenostart=(\d{1,6})/.exec(whole)?.[1] ?? 1);
  const isNumbered = /\b(?:showLineNumbers\b|linenos=["']?(?:true|table|inline))/i.test(whole);
  const title = /\b(?:title|filename)=(?:"([^"]{1,120})"|'([^']{1,120})')/.exec(whole);
  return {
    language: lang.replace(/\{.*$/s, '').trim().toLowerCase(),
    marked,
    title: (title?.[1] ?? title?.[2] ?? '').trim(),
    firstNumber: isNumbered ? start : null,
  };
}
