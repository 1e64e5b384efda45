import { z } from 'zod';
import { parameter } from '@/app/reading';
import { feedDirectory, feedDocument, feedStyleSheet, movedFeed, toOpml, type FeedScope } from '@/lib/feeds';
import { hrefOf, isLanguage, translator } from '@/lib/i18n';

interface Context {
  params: Promise<{ locale: string; format: string; scope?: string[] }>;
}

const format = z.enum(['rss', 'atom', 'json']);
const number = z.coerce.number().int().min(1);
const query = z.object({
  n: number.transform((count) => Math.min(count, 100)).optional(),
  page: number.optional(),
  archive: number.optional(),
});

function scopeOf(scope: readonly string[]): FeedScope | null {
  const [first, second, ...rest] = scope.map(parameter);
  if (rest.length > 0) return null;
  if (first === undefined) return { kind: 'all' };
  if (second === undefined) return { kind: 'category', slug: first };
  if (first === 'tags') return { kind: 'tag', slug: second };
  return first === 'authors' ? { kind: 'author', handle: second } : null;
}

/** `/feeds.opml` */
async function opml(locale: string): Promise<Response> {
  const t = translator(locale);
  const groups = { categories: t('feeds.categories'), authors: t('feeds.authors'), tags: t('feeds.tags') };
  return new Response(toOpml(await feedDirectory(locale), groups), {
    headers: {
      'Content-Type': 'text/x-opml; charset=utf-8',
      'Content-Disposition': 'attachment; filename="feeds.opml"',
    },
  });
}

/** `/index.xml`, `/ai/index.atom`, `/en/tags/vision/index.json` …; lib/http leads all of them here. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, scope: segments = [], ...asked } = await params;
  const scope = scopeOf(segments);
  const wanted = format.safeParse(asked.format);
  if (!isLanguage(locale) || !scope) return new Response(null, { status: 404 });
  if (asked.format === 'opml' && scope.kind === 'all') return opml(locale);
  if (asked.format === 'css' && scope.kind === 'all') {
    return new Response(feedStyleSheet(), { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
  }
  if (!wanted.success) return new Response(null, { status: 404 });
  const options = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!options.success) return new Response(null, { status: 400 });

  const document = await feedDocument(scope, locale, wanted.data, options.data);
  if (document) {
    const { body, type, changedAt, self, hub } = document;
    return new Response(body, {
      headers: {
        'Content-Type': `${type}; charset=utf-8`,
        Link: [...(hub === null ? [] : [`<${hub}>; rel="hub"`]), `<${self}>; rel="self"`].join(', '),
        ...(changedAt && { 'Last-Modified': changedAt.toUTCString() }),
      },
    });
  }
  const moved = await movedFeed(scope, locale, wanted.data);
  if (moved === null || moved === 'gone') return new Response(null, { status: moved === null ? 404 : 410 });
  // By hand: a relative address is enough, and the framework would write the inner origin into it.
  return new Response(null, { status: 308, headers: { Location: hrefOf(moved.path) } });
}
