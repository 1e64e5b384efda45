import { rssResponse } from '@/app/feed';
import { parameter } from '@/app/reading';
import { hrefOf, localizePath } from '@/lib/i18n';
import { presentHandle } from '@/lib/members';

/** `/authors/<handle>/index.xml` */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; handle: string }> },
) {
  const { locale, handle } = await params;
  const answer = await rssResponse(request, { kind: 'author', handle: parameter(handle) }, locale);
  const present = answer.status === 404 ? await presentHandle(parameter(handle)) : null;
  if (present === null) return answer;
  // By hand: a relative address is enough, and the framework would write the inner origin into it.
  const location = hrefOf(localizePath(`/authors/${present}/index.xml`, locale));
  return new Response(null, { status: 308, headers: { Location: location } });
}
