import { sitemap } from '@/lib/feeds';

// Answers depend on the database and the environment at run time, and are kept by the server in front.
export const dynamic = 'force-dynamic';

/** `/sitemap.xml` */
export async function GET() {
  return new Response(await sitemap(), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}
