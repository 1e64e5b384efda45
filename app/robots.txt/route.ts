import { siteOrigin } from '@/lib/config';

// Answers depend on the database and the environment at run time, and are kept by the server in front.
export const dynamic = 'force-dynamic';

/** `/robots.txt` */
export function GET() {
  return new Response(
    `User-agent: *\nDisallow: /admin/\nDisallow: /api/\nDisallow: /write/\n\nSitemap: ${siteOrigin()}/sitemap.xml\n`,
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
}
