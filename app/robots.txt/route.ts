import { siteOrigin } from '@/lib/config';

// Answers depend on the database and the environment at run time, and are kept by the server in front.
export const dynamic = 'force-dynamic';

/** Addresses that lead robots nowhere: the desk, what pages ask for by themselves, and endless answers to questions. */
const APART = [
  '/admin/',
  '/api/',
  '/write/',
  '/search/find.json',
  '/en/search/find.json',
  '/search/?',
  '/en/search/?',
];

/** `/robots.txt` (RFC 9309) */
export function GET() {
  const rules = ['User-agent: *', ...APART.map((path) => `Disallow: ${path}`)];
  return new Response(`${rules.join('\n')}\n\nSitemap: ${siteOrigin()}/sitemap.xml\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
