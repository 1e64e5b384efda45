import { rssResponse } from '@/app/feed';
import { parameter } from '@/app/reading';
import { hrefOf, localizePath } from '@/lib/i18n';
import { presentCategorySlug } from '@/lib/posts';

/** `/<category>/index.xml` */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ locale: string; section: string }> },
) {
  const { locale, section } = await params;
  const slug = parameter(section);
  const answer = await rssResponse(request, { kind: 'category', slug }, locale);
  const present = answer.status === 404 ? await presentCategorySlug(slug) : null;
  if (present === null) return answer;
  // By hand: a relative address is enough, and the framework would write the inner origin into it.
  const location = hrefOf(localizePath(`/${present}/index.xml`, locale));
  return new Response(null, { status: 308, headers: { Location: location } });
}
