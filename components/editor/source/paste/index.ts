import { Prec, type EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { I18n } from '@/lib/i18n';
import type { FromClipboard } from '@/lib/markdown/paste';
import { LIMITS, prepareSource } from '@/lib/markdown/syntax';
import { address, nodeAround } from '../commands/insert';
import type { PastedImage, SourceHooks } from '../types';
import { delimitedTable } from './delimited';
import { blockInsertion, insertPlain, insertTwice } from './insert';
import { fileOf, hasWords, splitFrontMatter } from './text';

type Converter = typeof import('@/lib/markdown/paste');

let converter: Converter | undefined;
let loading: Promise<Converter> | undefined;

/** Loads what turns HTML into Markdown, which is large; done when the editor is idle, so that a paste finds it there. */
export function prepareForPaste(): Promise<Converter> {
  loading ??= import('@/lib/markdown/paste').then(
    (loaded) => (converter = loaded),
    (error: unknown) => {
      // Offline, perhaps: the next paste tries again.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

export interface PasteSetup {
  i18n: I18n;
  hooks: () => SourceHooks;
}

/**
 * What the clipboard holds, as Markdown: HTML of pages and word processors, tables of values, addresses on words.
 * Pictures alone are left to others. With Shift, and in code and formulas, everything is plain text.
 */
export function smartPaste(setup: PasteSetup): Extension {
  let isPlain = false;
  return Prec.high(
    EditorView.domEventHandlers({
      keydown: (event) => {
        // Browsers take HTML away for this key, but not all of them.
        isPlain = event.shiftKey && (event.ctrlKey || event.metaKey) && event.code === 'KeyV';
        return false;
      },
      paste: (event, view) => {
        const data = event.clipboardData;
        const wantsPlain = isPlain;
        isPlain = false;
        if (!data || view.state.readOnly || !paste(view, data, wantsPlain, setup)) return false;
        event.preventDefault();
        return true;
      },
    }),
  );
}

function paste(view: EditorView, data: DataTransfer, wantsPlain: boolean, setup: PasteSetup): boolean {
  const html = data.getData('text/html');
  const text = prepareSource(data.getData('text/plain'));
  const { state } = view;
  if (data.files.length > 0 && (!hasWords(html) || wantsPlain)) return false;
  if (text === '' && html === '') return false;
  if (isTooLong(state, text, setup)) return true;

  const hooks = setup.hooks();
  const { main, ranges } = state.selection;
  const isCode =
    nodeAround(state, 'FencedCode', 'CodeBlock', 'InlineCode', 'MathBlock', 'InlineMath') !== null;
  if (wantsPlain || isCode || ranges.length > 1) {
    if (text === '') return false;
    insertPlain(view, text);
    return true;
  }
  const front = main.from === 0 && hooks.onFrontMatter ? splitFrontMatter(text) : null;
  if (front) {
    if (front.rest !== '') insertPlain(view, front.rest);
    hooks.onFrontMatter?.(front.frontMatter);
    return true;
  }
  if (!main.empty && linkSelection(view, text.trim())) return true;
  // Editors of code colour their text; it is text all the same.
  if (html !== '' && hasWordsOrPictures(html) && !data.types.includes('vscode-editor-data')) {
    pasteHtml(view, html, text, setup);
    return true;
  }
  if (text === '') return false;
  pasteText(view, text);
  return true;
}

function hasWordsOrPictures(html: string): boolean {
  return hasWords(html) || /<img\b/i.test(html);
}

function isTooLong(state: EditorState, text: string, { i18n, hooks }: PasteSetup): boolean {
  const { main } = state.selection;
  const length = state.doc.length - (main.to - main.from) + text.length;
  if (length <= LIMITS.source) return false;
  const format = (value: number): string => i18n.format.number(value);
  hooks().onMessage?.(
    i18n.t('source.pasteTooLong', { length: format(text.length), limit: format(LIMITS.source) }),
  );
  return true;
}

/** An address on words makes a link of them. */
function linkSelection(view: EditorView, text: string): boolean {
  const { from, to } = view.state.selection.main;
  const words = view.state.sliceDoc(from, to);
  if (
    !address.test(text) ||
    /\n/.test(words) ||
    address.test(words.trim()) ||
    nodeAround(view.state, 'Link')
  ) {
    return false;
  }
  const target = /[()]/.test(text) ? `<${text}>` : text;
  const insert = `[${words.trim()}](${target})`;
  const lead = words.length - words.trimStart().length;
  const trail = words.length - words.trimEnd().length;
  view.dispatch({
    changes: { from: from + lead, to: to - trail, insert },
    selection: { anchor: from + lead + insert.length },
    userEvent: 'input.paste',
    scrollIntoView: true,
  });
  return true;
}

function pasteText(view: EditorView, text: string): void {
  const table = delimitedTable(text);
  if (table === null) insertPlain(view, text);
  else insertTwice(view, text, (state, from, to) => blockInsertion(state, from, to, table));
}

function pasteHtml(view: EditorView, html: string, text: string, setup: PasteSetup): void {
  if (converter) {
    convertInto(view, converter, html, text, setup);
    return;
  }
  // The plain text stands there until what converts is loaded, and stays when that fails or something was typed.
  const { from } = view.state.selection.main;
  if (text !== '') insertPlain(view, text);
  void prepareForPaste().then(
    (loaded) => {
      const to = from + text.length;
      if (!view.dom.isConnected || view.state.sliceDoc(from, to) !== text) return;
      view.dispatch({ selection: { anchor: from, head: to } });
      convertInto(view, loaded, html, '', setup);
    },
    () => setup.hooks().onMessage?.(setup.i18n.t('source.pasteNotConverted')),
  );
}

let imageNumber = 1;

function convertInto(
  view: EditorView,
  { clipboardToMarkdown }: Converter,
  html: string,
  text: string,
  setup: PasteSetup,
) {
  const converted = clipboardToMarkdown(html, { origin: location.origin, firstImage: imageNumber });
  const { i18n, hooks } = setup;
  if (converted === null || converted === 'too-large' || converted.markdown === '') {
    if (text !== '') pasteText(view, text);
    if (converted === 'too-large') hooks().onMessage?.(i18n.t('source.pasteAsText'));
    return;
  }
  insertMarkdown(view, converted, text);
  imageNumber += converted.images.length;
  if (converted.lostImages > 0) {
    hooks().onMessage?.(i18n.t('source.pasteLostImages', { count: converted.lostImages }));
  }
  const images = converted.images.flatMap(({ marker, data }): PastedImage[] => {
    try {
      return [{ marker, file: fileOf(data, marker.replace(':', '-')) }];
    } catch {
      // Not what it says that it is; its marker is taken for an address that leads nowhere, which is reported.
      return [];
    }
  });
  if (images.length > 0) hooks().onImages?.(images, view);
}

function insertMarkdown(view: EditorView, { markdown, isInline }: FromClipboard, text: string): void {
  insertTwice(view, markdown === text ? '' : text, (state, from, to) =>
    isInline
      ? {
          changes: { from, to, insert: markdown },
          selection: { anchor: from + markdown.length },
          scrollIntoView: true,
        }
      : blockInsertion(state, from, to, markdown),
  );
}
