import { openSearch } from '@/lib/feeds';
import { isLanguage } from '@/lib/i18n';

// Kept by the server in front.
export const dynamic = 'force-dynamic';

/** `/opensearch.xml`: by which browsers can add the site to what they search with. */
export async function GET(_: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLanguage(locale)) return new Response(null, { status: 404 });
  return new Response(await openSearch(locale), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
}
