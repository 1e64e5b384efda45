import { sitemapPart } from '@/lib/feeds';

// Answers depend on the database and the environment at run time, and are kept by the server in front.
export const dynamic = 'force-dynamic';

/** `/sitemap-1.xml`, `/sitemap-2.xml` … */
export async function GET(_: Request, { params }: { params: Promise<{ part: string }> }) {
  const { part } = await params;
  const body = /^[1-9]\d{0,3}$/.test(part) ? await sitemapPart(Number(part)) : null;
  if (body === null) return new Response(null, { status: 404 });
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
