import { siteOrigin } from '@/lib/config';
import { hrefOf, localizePath, translator } from '@/lib/i18n';
import { siteView } from '@/lib/settings';
import { reviewFeed } from '@/lib/writing';
import { element, emptyElement, nested, XML_DECLARATION } from './xml';

/**
 * Drafts that wait for approval as Atom, for the editor whose secret address it is; each links to where it is written.
 * The address itself stands nowhere in it.
 *
 * @returns null where there is no such feed, or none any more.
 */
export async function reviewDocument(secret: string): Promise<string | null> {
  const feed = await reviewFeed(secret);
  if (!feed) return null;
  const { language, items } = feed;
  const t = translator(language);
  const site = await siteView(language);
  const at = (path: string) => siteOrigin() + hrefOf(localizePath(path, language));
  const latest = items[0]?.requestedAt ?? new Date(0);
  const fields = [
    element('id', `urn:uuid:${feed.id}`),
    element('title', t('feeds.reviewTitle', { site: site.name }), { type: 'text' }),
    element('updated', latest.toISOString()),
    emptyElement('link', { rel: 'alternate', type: 'text/html', href: at('/write/') }),
    ...items.map((item) =>
      nested('entry', [
        // Asked for again after it was given back, it is news again.
        element('id', `urn:uuid:${item.translationId}#${item.requestedAt.getTime()}`),
        element('title', item.title || t('feeds.untitled'), { type: 'text', 'xml:lang': item.language }),
        element('published', item.requestedAt.toISOString()),
        element('updated', item.requestedAt.toISOString()),
        nested('author', [element('name', item.writer ?? site.name)]),
        emptyElement('link', {
          rel: 'alternate',
          type: 'text/html',
          href: at(`/write/${item.translationId}/`),
        }),
        element('summary', item.summary, { type: 'text', 'xml:lang': item.language }),
      ]),
    ),
  ];
  const root = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language };
  return `${XML_DECLARATION}${nested('feed', fields, root)}\n`;
}
