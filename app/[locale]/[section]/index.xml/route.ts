import { rssResponse } from '@/app/feed';
import { parameter } from '@/app/reading';

/** `/<category>/index.xml` */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; section: string }> },
) {
  const { locale, section } = await params;
  return rssResponse(request, { kind: 'category', slug: parameter(section) }, locale);
}
