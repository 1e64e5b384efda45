import { afterEach, expect, it } from 'vitest';
import { renderPost, type MarkdownOptions } from '@/lib/markdown';
import { startRenderers, type Renderers } from './renderers';

let renderers: Renderers | undefined;
afterEach(() => renderers?.close());

const options: MarkdownOptions = {
  language: 'ko',
  macros: { '\\RR': '\\mathbb{R}' },
  images: new Map(),
  origin: 'https://blog.example',
  path: '/ai/2024-03/a/',
};

it('renders in threads what renderPost renders here, more at a time than there are threads', async () => {
  renderers = startRenderers(2);
  const { render } = renderers;
  const sources = Array.from({ length: 6 }, (_, n) => `# ${n}\n\n**굵게**는 $x \\in \\RR^${n}$\n`);
  const rendered = await Promise.all(sources.map((source) => render(source, options)));
  expect(rendered).toEqual(await Promise.all(sources.map((source) => renderPost(source, options))));
}, 30_000);

it('fails for everybody who waits once a thread has ended', async () => {
  renderers = startRenderers(1);
  const { render } = renderers;
  const asked = [1, 2, 3].map((n) => render(`# ${n}\n`, options));
  const settled = Promise.allSettled(asked);
  await renderers.close();
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
}, 30_000);
