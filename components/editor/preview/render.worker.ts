import { renderToStaticMarkup } from 'react-dom/server';
import { ArticleRenderer, isHighlightingLoaded, loadHighlighting } from '@/lib/markdown/preview';
import type { MarkdownOptions } from '@/lib/markdown/types';
import { ID_PREFIX, type Request, type Response } from './protocol';

/** The part of the worker's own scope that is used here; the DOM's types do not know it. */
interface Scope {
  postMessage: (message: Response) => void;
  addEventListener: (type: 'message', listener: (event: MessageEvent<Request>) => void) => void;
}

const scope = self as unknown as Scope;
const renderer = new ArticleRenderer(renderToStaticMarkup);
let options: MarkdownOptions = { language: 'ko', origin: '' };
let sent = new Set<number>();
let last: { version: number; source: string } | null = null;
let loading = false;

scope.addEventListener('message', ({ data }) => {
  if (data.kind === 'setup') {
    options = { ...data.options, images: new Map(data.images), idPrefix: ID_PREFIX };
  } else {
    last = data;
    render(data.version, data.source);
  }
});

function render(version: number, source: string): void {
  const { blocks, ...article } = renderer.render(source, options);
  const added = new Map<number, string>();
  for (const { id, html } of blocks) if (!sent.has(id)) added.set(id, html);
  sent = new Set(blocks.map(({ id }) => id));
  scope.postMessage({
    kind: 'rendered',
    version,
    ...article,
    blocks: blocks.map(({ id, line, endLine }) => [id, line, endLine]),
    added: [...added],
  });
  if (!loading && !isHighlightingLoaded() && /^[ \t>]*(?:```|~~~)[ \t]*\w/m.test(source)) void colour();
}

/** Grammars weigh more than everything else, so a text without code does without them. */
async function colour(): Promise<void> {
  loading = true;
  try {
    await loadHighlighting();
    if (last) render(last.version, last.source);
  } catch {
    // Code stays plain until there is a connection again.
    loading = false;
  }
}

scope.postMessage({ kind: 'ready' });
