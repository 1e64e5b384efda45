import { siteOrigin } from '@/lib/config';

/** `/robots.txt` */
export function GET() {
  return new Response(
    `User-agent: *\nDisallow: /admin/\nDisallow: /api/\nDisallow: /write/\n\nSitemap: ${siteOrigin()}/sitemap.xml\n`,
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
}
