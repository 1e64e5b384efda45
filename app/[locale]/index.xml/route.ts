import { rssResponse } from '@/app/feed';

/** `/index.xml` */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }) {
  return rssResponse(request, { kind: 'all' }, (await params).locale);
}
