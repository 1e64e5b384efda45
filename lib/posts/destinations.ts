import { check, type Viewer } from '@/lib/access';
import { db } from '@/lib/db';
import { splitLocale } from '@/lib/i18n';
import type { Destination } from './views';

/** First parts of addresses at which the product itself shows a page to readers. */
const BUILT_IN = new Set(['', 'archive', 'authors', 'categories', 'tags', 'index.xml', 'search', 'signin']);

/**
 * @param href as somebody enters it: `/about/`, `https://…`, `mailto:…`.
 * @returns what readers will find there; other sites are not asked.
 * @throws {AccessError}
 */
export async function destinationOf(viewer: Viewer, href: string): Promise<Destination> {
  check(viewer, 'settings.write');
  if (!/^\/(?![/\\])/.test(href)) return 'elsewhere';
  const { path } = splitLocale(decoded(href.replace(/[?#].*$/su, '')).normalize('NFC'));
  const [first = '', second, third] = path.split('/').filter((part) => part !== '');
  if (BUILT_IN.has(first)) return first === 'authors' || first === 'tags' ? listOf(first, second) : 'here';
  const slashed = path.endsWith('/') ? path : `${path}/`;
  const address = await db().postAddress.findUnique({
    where: { path: slashed },
    select: { post: { select: { listedAt: true } } },
  });
  if (address) return address.post.listedAt === null ? 'not-public' : 'here';
  if (third !== undefined) return 'nowhere';
  const [present, former] = await Promise.all([
    db().category.findUnique({ where: { slug: first }, select: { id: true } }),
    db().formerCategorySlug.findUnique({ where: { slug: first }, select: { categoryId: true } }),
  ]);
  const categoryId = present?.id ?? former?.categoryId;
  if (categoryId === undefined) return 'nowhere';
  if (second === undefined || second === 'index.xml') return 'here';
  const posts = await db().post.count({ where: { categoryId, month: second, listedAt: { not: null } } });
  return posts > 0 ? 'here' : 'nowhere';
}

async function listOf(kind: 'authors' | 'tags', name: string | undefined): Promise<Destination> {
  if (name === undefined) return 'here';
  const found =
    kind === 'tags'
      ? await db().tag.findUnique({ where: { slug: name }, select: { id: true } })
      : await db().member.findUnique({ where: { handle: name }, select: { id: true } });
  return found ? 'here' : 'nowhere';
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
