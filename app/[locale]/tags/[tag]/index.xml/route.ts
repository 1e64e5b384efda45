import { rssResponse } from '@/app/feed';
import { parameter } from '@/app/reading';

/** `/tags/<tag>/index.xml` */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; tag: string }> },
) {
  const { locale, tag } = await params;
  return rssResponse(request, { kind: 'tag', slug: parameter(tag) }, locale);
}
