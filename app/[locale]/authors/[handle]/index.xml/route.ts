import { rssResponse } from '@/app/feed';
import { parameter } from '@/app/reading';

/** `/authors/<handle>/index.xml` */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; handle: string }> },
) {
  const { locale, handle } = await params;
  return rssResponse(request, { kind: 'author', handle: parameter(handle) }, locale);
}
