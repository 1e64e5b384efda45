import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ReactElement } from 'react';

type RenderToStaticMarkup = (element: ReactElement) => string;

let render: RenderToStaticMarkup | undefined;

// React asks in front for images that are not lazy, as if the article were a document. In attributes it escapes `>`.
const PRELOADS = /^(?:<link rel="preload"[^>]*>)+/;

/**
 * The HTML of an element. Next refuses `react-dom/server` in modules of its server layer and would hand out its own
 * build of it; an article needs neither hooks nor context, so the package itself is asked for at run time, where no
 * bundler sees it: from the folder that the process was started in, or, unbundled, from this file.
 */
export function staticMarkup(element: ReactElement): string {
  render ??= load();
  return render(element).replace(PRELOADS, '');
}

function load(): RenderToStaticMarkup {
  const name: string = 'react-dom/server';
  const places = [join(process.cwd(), 'package.json'), import.meta.url];
  for (const place of places) {
    try {
      return (createRequire(place)(name) as { renderToStaticMarkup: RenderToStaticMarkup })
        .renderToStaticMarkup;
    } catch (error) {
      if (place === places.at(-1)) throw error;
    }
  }
  throw new Error('unreachable');
}
