import { localizePath } from '@/lib/i18n';
import { categoryList, publicAddresses } from '@/lib/posts';
import { siteView } from '@/lib/settings';

// Answers depend on the database and the environment at run time, and are kept by the server in front.
export const dynamic = 'force-dynamic';

/** Sitemaps 0.9 allow no more (sitemaps.org/protocol.html). */
const MOST = 50_000;

/** `/sitemap.xml` */
export async function GET() {
  const site = await siteView('ko');
  const url = (path: string) =>
    (site.origin + encodeURI(path)).replace(/[&<>"'?#]/g, (character) => `&#${character.charCodeAt(0)};`);
  const entry = (languages: { language: string; path: string }[], changed?: Date) =>
    languages
      .map(
        ({ path }) =>
          `<url><loc>${url(path)}</loc>${changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''}` +
          languages
            .map(
              (other) =>
                `<xhtml:link rel="alternate" hreflang="${other.language}" href="${url(other.path)}"/>`,
            )
            .join('') +
          '</url>',
      )
      .join('\n');
  const lists = ['/', '/archive/', ...(await categoryList('ko')).map(({ slug }) => `/${slug}/`)];
  const entries = [
    ...lists.map((path) =>
      entry(site.languages.map((language) => ({ language, path: localizePath(path, language) }))),
    ),
    ...(await publicAddresses()).map(({ languages, changedAt }) => entry(languages, changedAt)),
  ];
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.slice(0, MOST).join('\n')}\n</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml; charset=utf-8' } },
  );
}
