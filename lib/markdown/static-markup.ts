import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ReactElement } from 'react';
import { withoutPreloads } from './preloads';

type RenderToStaticMarkup = (element: ReactElement) => string;

let render: RenderToStaticMarkup | undefined;

/**
 * The HTML of an element. Next refuses `react-dom/server` in modules of its server layer and would hand out its own
 * build of it; an article needs neither hooks nor context, so the package itself is asked for at run time, where no
 * bundler sees it: from the folder that the process was started in, or, unbundled, from this file.
 */
export function staticMarkup(element: ReactElement): string {
  render ??= load();
  return withoutPreloads(render(element));
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
