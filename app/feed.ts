import { loadFeed, toRss, type FeedScope } from '@/lib/feeds';
import { isLanguage } from '@/lib/i18n';

/** @returns a feed as RSS 2.0; compression and conditional requests are the server's in front. */
export async function rssResponse(request: Request, scope: FeedScope, locale: string): Promise<Response> {
  if (!isLanguage(locale)) return new Response(null, { status: 404 });
  const asked = new URL(request.url).searchParams.get('n');
  const count = asked === null ? undefined : Number(asked);
  if (count !== undefined && !(Number.isInteger(count) && count >= 1))
    return new Response(null, { status: 400 });
  const feed = await loadFeed(scope, locale, count && Math.min(count, 100));
  if (!feed) return new Response(null, { status: 404 });
  return new Response(toRss(feed), {
    headers: {
      'Content-Type': 'application/rss+xml; charset=utf-8',
      ...(feed.updatedAt && { 'Last-Modified': feed.updatedAt.toUTCString() }),
    },
  });
}
