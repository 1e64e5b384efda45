import { parameter } from '@/app/reading';
import { isLanguage } from '@/lib/i18n';
import { sharePicture, type Pictured } from '@/lib/metadata';

// Drawn when somebody asks, and kept by the server in front.
export const dynamic = 'force-dynamic';

function picturedBy([kind, name]: readonly string[]): Pictured | null {
  if (kind === 'site') return name === undefined ? { kind } : null;
  if (name === undefined) return null;
  if (kind === 'post') return { kind, id: name };
  if (kind === 'category') return { kind, slug: name };
  return kind === 'author' ? { kind, handle: name } : null;
}

/** `/og/site/ko.png`, `/og/post/<id>/ko.png`, `/og/category/<slug>/en.png`, `/og/author/<handle>/en.png` */
export async function GET(_: Request, { params }: { params: Promise<{ of: string[] }> }): Promise<Response> {
  const parts = (await params).of.map(parameter);
  const [, language = ''] = /^(\w+)\.png$/.exec(parts.at(-1) ?? '') ?? [];
  const pictured = parts.length <= 3 ? picturedBy(parts.slice(0, -1)) : null;
  if (!pictured || !isLanguage(language)) return new Response(null, { status: 404 });
  const picture = await sharePicture(pictured, language);
  if (!picture) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/png' } });
}
