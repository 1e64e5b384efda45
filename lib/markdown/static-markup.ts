import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ReactElement } from 'react';

type RenderToStaticMarkup = (element: ReactElement) => string;

let render: RenderToStaticMarkup | undefined;

/**
 * The HTML of an element. Next refuses `react-dom/server` in modules of its server layer and would hand out its own
 * build of it; an article needs neither hooks nor context, so the package itself is asked for at run time, where no
 * bundler sees it.
 */
export function staticMarkup(element: ReactElement): string {
  if (!render) {
    const require = createRequire(join(process.cwd(), 'package.json'));
    render = (require('react-dom/server') as { renderToStaticMarkup: RenderToStaticMarkup })
      .renderToStaticMarkup;
  }
  return render(element);
}
