import { SITEMAP_PARTS, sitemapPart } from '@/lib/feeds';

// Answers depend on the database and the environment at run time, and are kept by the server in front.
export const dynamic = 'force-dynamic';

/** `/sitemap-lists-1.xml`, `/sitemap-posts-2.xml` … */
export async function GET(_: Request, { params }: { params: Promise<{ part: string }> }) {
  const [name, number = ''] = (await params).part.split('-');
  const kind = SITEMAP_PARTS.find((known) => known === name);
  const body = kind && /^[1-9]\d{0,3}$/.test(number) ? await sitemapPart(kind, Number(number)) : null;
  if (body === null) return new Response(null, { status: 404 });
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
