import { createHash } from 'node:crypto';
import { i18nFor } from '@/lib/i18n';
import { authorByHandle, categoryBySlug, postCards, type PostCard } from '@/lib/posts';
import type { SiteView } from '@/lib/posts/views';
import { siteView } from '@/lib/settings';
import { drawPicture, PICTURE, type SharePicture } from './image/draw';

/** What a picture stands for. */
export type Pictured =
  | { kind: 'site' }
  | { kind: 'post'; id: string }
  | { kind: 'category'; slug: string }
  | { kind: 'author'; handle: string };

/** A picture as a page names it. */
export interface PictureLink {
  /** Root-relative, with a version, so that it may be kept for ever. */
  src: string;
  width: number;
  height: number;
  type: string;
  /** What can be read on it. */
  alt: string;
}

/** Raised when the drawing changes, so that everyone who keeps a picture asks for the new one. */
const DRAWING = 1;

function pathOf(pictured: Pictured, language: string): string {
  const file = `${language}.png`;
  switch (pictured.kind) {
    case 'site':
      return `/og/site/${file}`;
    case 'post':
      return `/og/post/${pictured.id}/${file}`;
    case 'category':
      return `/og/category/${encodeURIComponent(pictured.slug)}/${file}`;
    case 'author':
      return `/og/author/${encodeURIComponent(pictured.handle)}/${file}`;
  }
}

function link(pictured: Pictured, language: string, picture: SharePicture): PictureLink {
  const { site, label, title, foot } = picture;
  const version = createHash('sha256')
    .update(JSON.stringify([DRAWING, site, label, title, foot]))
    .digest('base64url')
    .slice(0, 10);
  return {
    src: `${pathOf(pictured, language)}?v=${version}`,
    width: PICTURE.width,
    height: PICTURE.height,
    type: PICTURE.type,
    alt: [label, title, foot].filter((part) => part !== '').join(' – '),
  };
}

type Posted = Pick<PostCard, 'title' | 'authors' | 'category' | 'publishedAt'>;

function ofPost(site: SiteView, post: Posted, language: string): SharePicture {
  const names = post.authors.map(({ name }) => name).filter((name) => name !== '');
  // A long list of authors leaves room for the date.
  const people = names.length > 3 ? `${names.slice(0, 3).join(', ')} …` : names.join(', ');
  const date = i18nFor(language, site.timeZone).format.date(post.publishedAt);
  return {
    site: site.name,
    label: post.category?.name ?? '',
    title: post.title,
    foot: people === '' ? date : `${people} · ${date}`,
  };
}

const ofSite = (site: SiteView): SharePicture => ({
  site: site.name,
  label: '',
  title: site.name,
  foot: site.description,
});

function ofList(
  site: SiteView,
  label: string,
  { title, text }: { title: string; text: string },
): SharePicture {
  return { site: site.name, label, title, foot: text };
}

/** @returns the picture of a post, in the language of its text. */
export function postPicture(site: SiteView, post: Posted & { id: string; language: string }): PictureLink {
  return link({ kind: 'post', id: post.id }, post.language, ofPost(site, post, post.language));
}

/** @returns the picture of pages that have none of their own. */
export function sitePicture(site: SiteView, language: string): PictureLink {
  return link({ kind: 'site' }, language, ofSite(site));
}

/** @returns the picture of a category. */
export function categoryPicture(
  site: SiteView,
  category: { slug: string; name: string; description: string },
  language: string,
): PictureLink {
  return link({ kind: 'category', slug: category.slug }, language, categoryFacts(site, category, language));
}

/** @returns the picture of an author. */
export function authorPicture(
  site: SiteView,
  author: { handle: string; name: string; about: string },
  language: string,
): PictureLink {
  return link({ kind: 'author', handle: author.handle }, language, authorFacts(site, author, language));
}

function categoryFacts(site: SiteView, category: { name: string; description: string }, language: string) {
  const label = i18nFor(language, site.timeZone).t('category.label');
  return ofList(site, label, { title: category.name, text: category.description });
}

function authorFacts(site: SiteView, author: { name: string; about: string }, language: string) {
  const label = i18nFor(language, site.timeZone).t('author.label');
  return ofList(site, label, { title: author.name, text: author.about });
}

async function facts(pictured: Pictured, language: string): Promise<SharePicture | null> {
  const site = await siteView(language);
  if (!site.languages.includes(language)) return null;
  switch (pictured.kind) {
    case 'site':
      return ofSite(site);
    case 'post': {
      const [card] = await postCards([pictured.id], language);
      return card?.language === language ? ofPost(site, card, language) : null;
    }
    case 'category': {
      const category = await categoryBySlug(pictured.slug, language);
      return category && categoryFacts(site, category, language);
    }
    case 'author': {
      const author = await authorByHandle(pictured.handle, language);
      return author && authorFacts(site, author, language);
    }
  }
}

/**
 * @param language that the text on it is in.
 * @returns a PNG; null where readers see no such thing, or not in this language.
 */
export async function sharePicture(pictured: Pictured, language: string): Promise<Buffer | null> {
  const picture = await facts(pictured, language);
  return picture && drawPicture(picture);
}
