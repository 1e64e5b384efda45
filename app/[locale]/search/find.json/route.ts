import { kindNames } from '@/components/reading';
import { i18nFor, isLanguage } from '@/lib/i18n';
import { LONGEST_QUESTION, quickFind } from '@/lib/posts';
import { siteView } from '@/lib/settings';

/** `/search/find.json?q=…`: what quick find shows while somebody types (components/islands/find). */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLanguage(locale)) return new Response(null, { status: 404 });
  const site = await siteView(locale);
  if (!site.languages.includes(locale)) return new Response(null, { status: 404 });
  const { t } = i18nFor(locale, site.timeZone);
  const asked = new URL(request.url).searchParams.get('q') ?? '';
  const question = [...asked.normalize('NFC')].slice(0, LONGEST_QUESTION).join('').trim();
  const found = question === '' ? [] : await quickFind(question, locale);
  const kinds = kindNames(t);
  return Response.json({
    said: found.length === 0 ? t('search.noneListed') : t('search.listed', { count: found.length }),
    found: found.map(({ kind, ...facts }) => ({ ...facts, kind: kinds[kind] })),
  });
}
