import type { Viewer } from '@/lib/access';
import { db } from '@/lib/db';
import { splitLocale } from '@/lib/i18n';
import type { ResolvedImage } from '@/lib/markdown/types';
import { imagesByAddress } from '@/lib/media';
import { openTranslation } from './rights';

/** What a text names. */
export interface Names {
  /** Addresses of images as the text names them (decoded, NFC). */
  images: string[];
  /** Addresses of links as written: root-relative, relative, or with this site's origin. */
  links: string[];
}

/** What became of the names of a text. */
export interface CheckedNames {
  /** Images that are kept here; those that are not are missing. */
  images: Record<string, ResolvedImage>;
  /** Links within the site that lead to nothing a reader can see. */
  brokenLinks: string[];
}

/**
 * Looks up the images and the links within the site that a text names. A post that is not public is no destination,
 * whoever asks, except the text's own.
 *
 * @param translationId of the text, which the viewer must be allowed to read.
 * @throws {AccessError} `not-found`.
 */
export async function checkNames(viewer: Viewer, translationId: string, names: Names): Promise<CheckedNames> {
  const { post } = await openTranslation(db(), viewer, translationId, 'post.read');
  const images = Object.fromEntries(await imagesByAddress([...new Set(names.images)]));
  const destinations = new Map<string, Destination>();
  for (const link of new Set(names.links)) destinations.set(link, destinationOf(link, post.path));
  const exists = await existing([...destinations.values()]);
  const brokenLinks = [...destinations].flatMap(([link, destination]) => (exists(destination) ? [] : [link]));
  return { images, brokenLinks };
}

/** Where a link leads to, as far as the address alone says. */
type Destination =
  | { kind: 'always' }
  | { kind: 'never' }
  | { kind: 'post' | 'category' | 'tag' | 'author' | 'media' | 'mediaAddress'; key: string }
  | { kind: 'month'; key: string; category: string; month: string };

/** Pages that are there whatever was published. */
const FIXED = /^(?:|archive|tags|authors|categories|papers|search|signin|write|admin)$/;
const FEED = /\/index\.xml$/;
const PAGED = /\/page\/[1-9]\d*\/$/;

/** @param own path of the post that the link stands in. */
function destinationOf(link: string, own: string): Destination {
  // Relative links count from the post's page, in whatever language.
  const base = new URL(own.split('/').map(encodeURIComponent).join('/'), 'http://site.invalid');
  if (!URL.canParse(link, base)) return { kind: 'never' };
  const whole = decodedPath(new URL(link, base).pathname);
  if (whole === null) return { kind: 'never' };
  if (whole === '/robots.txt' || whole === '/sitemap.xml') return { kind: 'always' };
  const media = /^\/media\/([0-9a-f]{64})(?:-\d{1,5})?\.[a-z0-9]+$/.exec(whole)?.[1];
  if (media !== undefined) return { kind: 'media', key: media };
  let { path } = splitLocale(whole);
  if (FEED.test(path)) path = path.replace(FEED, '/');
  else if (/\.[A-Za-z0-9]{1,5}$/.test(path)) return { kind: 'mediaAddress', key: whole };
  else if (!path.endsWith('/')) path += '/';
  path = path.replace(PAGED, '/');
  if (path === own) return { kind: 'always' };
  const parts = path.split('/').slice(1, -1);
  const [first = '', second] = parts;
  if (parts.length <= 1 && FIXED.test(first)) return { kind: 'always' };
  if (parts.length === 1) return { kind: 'category', key: first };
  if (first === 'tags' && parts.length === 2) return { kind: 'tag', key: second ?? '' };
  if (first === 'authors' && parts.length === 2) return { kind: 'author', key: second ?? '' };
  if (first === 'write' || first === 'admin') return { kind: 'always' };
  if (parts.length === 2) return { kind: 'month', key: path, category: first, month: second ?? '' };
  return { kind: 'post', key: path };
}

function decodedPath(path: string): string | null {
  try {
    return decodeURIComponent(path)
      .normalize('NFC')
      .replace(/\/{2,}/g, '/');
  } catch {
    return null;
  }
}

/** Looks up all destinations at once. */
async function existing(destinations: Destination[]): Promise<(destination: Destination) => boolean> {
  const keys = (...kinds: Destination['kind'][]) => [
    ...new Set(
      destinations.flatMap((each) => ('key' in each && kinds.includes(each.kind) ? [each.key] : [])),
    ),
  ];
  const single = keys('category');
  const paths = [...keys('post'), ...single.map((slug) => `/${slug}/`)];
  const months = destinations.filter((each) => each.kind === 'month');
  const isPublic = { listedAt: { not: null } };
  const [posts, categories, former, tags, authors, media, addresses, dated] = await Promise.all([
    select(paths, (path) =>
      db().postAddress.findMany({ where: { path: { in: path }, post: isPublic }, select: { path: true } }),
    ),
    select(single, (slug) =>
      db().category.findMany({ where: { slug: { in: slug } }, select: { slug: true } }),
    ),
    select(single, (slug) =>
      db().formerCategorySlug.findMany({ where: { slug: { in: slug } }, select: { slug: true } }),
    ),
    select(keys('tag'), (slug) =>
      db().tag.findMany({ where: { slug: { in: slug } }, select: { slug: true } }),
    ),
    select(keys('author'), (handle) =>
      db().member.findMany({ where: { handle: { in: handle } }, select: { handle: true } }),
    ),
    select(keys('media'), (hash) =>
      db().media.findMany({ where: { hash: { in: hash } }, select: { hash: true } }),
    ),
    select(keys('mediaAddress'), (path) =>
      db().mediaAddress.findMany({ where: { path: { in: path } }, select: { path: true } }),
    ),
    select(months, (found) =>
      db().post.findMany({
        where: {
          ...isPublic,
          kind: 'post',
          OR: found.map(({ category, month }) => ({ month, category: { slug: category } })),
        },
        distinct: ['categoryId', 'month'],
        select: { month: true, category: { select: { slug: true } } },
      }),
    ),
  ]);
  const found = {
    post: new Set(posts.map(({ path }) => path)),
    category: new Set([...categories, ...former].map(({ slug }) => slug)),
    tag: new Set(tags.map(({ slug }) => slug)),
    author: new Set(authors.map(({ handle }) => handle)),
    media: new Set(media.map(({ hash }) => hash)),
    mediaAddress: new Set(addresses.map(({ path }) => path)),
    month: new Set(dated.map(({ month, category }) => `/${category?.slug ?? ''}/${month ?? ''}/`)),
  };
  return (destination) => {
    if (destination.kind === 'always' || destination.kind === 'never') return destination.kind === 'always';
    if (destination.kind === 'category' && found.post.has(`/${destination.key}/`)) return true;
    return found[destination.kind].has(destination.key);
  };
}

/** Nothing is asked for where nothing is wanted. */
async function select<Key, Row>(wanted: Key[], find: (wanted: Key[]) => Promise<Row[]>): Promise<Row[]> {
  return wanted.length === 0 ? [] : find(wanted);
}
