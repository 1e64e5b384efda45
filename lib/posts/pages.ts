import { dependsOn, tags } from '@/lib/cache';
import { db } from '@/lib/db';
import { localizePath } from '@/lib/i18n';
import { papersOf } from '@/lib/papers';
import { publicChanges } from './changes';
import {
  cardColumns,
  cardFrame,
  leadImageOf,
  publicTranslations,
  revisionSource,
  type CardRow,
} from './cards';
import { relatedPosts } from './related';
import { pageContent, renderSource } from './renderings';
import type { PostPage, SinglePage } from './views';

function languagesOf(row: CardRow, language: string) {
  return publicTranslations(row, language)
    .map((translation) => ({
      language: translation.language,
      path: localizePath(row.path, translation.language),
      title: translation.revision.title,
    }))
    .sort((a, b) => a.language.localeCompare(b.language));
}

async function neighbour(row: CardRow, direction: 'older' | 'newer', language: string) {
  if (!row.category || !row.listedAt) return null;
  const older = direction === 'older';
  const found = await db().post.findFirst({
    where: {
      kind: 'post',
      categoryId: row.category.id,
      OR: [
        { listedAt: older ? { lt: row.listedAt } : { gt: row.listedAt } },
        { listedAt: row.listedAt, id: older ? { lt: row.id } : { gt: row.id } },
      ],
    },
    orderBy: [{ listedAt: older ? 'desc' : 'asc' }, { id: older ? 'desc' : 'asc' }],
    select: cardColumns,
  });
  const translation = found && publicTranslations(found, language)[0];
  if (!found || !translation) return null;
  dependsOn(tags.post(found.id));
  return {
    path: localizePath(found.path, language),
    title: translation.revision.title,
    language: translation.language,
  };
}

/**
 * @param path address without language prefix, decoded, NFC: `/ai/2022-09/220923-whisper/`.
 * @param language of the page; a post that lacks it is shown in its original language.
 * @returns the post's page, or null where no public post has this address at present.
 */
export async function postPage(path: string, language: string): Promise<PostPage | null> {
  const row = await db().post.findUnique({ where: { path, kind: 'post' }, select: cardColumns });
  const translation = row && publicTranslations(row, language)[0];
  if (!row || !translation) {
    dependsOn(tags.addresses);
    return null;
  }
  const [content, papers, related, changes, previous, next] = await Promise.all([
    pageContent(revisionSource(row, translation)),
    papersOf([row.id]),
    relatedPosts(row, translation, language),
    publicChanges(row.id, translation.language),
    neighbour(row, 'older', language),
    neighbour(row, 'newer', language),
  ]);
  const { excerptHtml, excerptText, minutes, html, outline } = content;
  return {
    ...cardFrame(row, translation, language),
    excerptHtml,
    excerptText,
    leadImage: leadImageOf(row, content.leadImage),
    minutes,
    html,
    outline,
    revisedAt: translation.revisedAt,
    month: row.month,
    guid: row.guid,
    originalLanguage: row.originalLanguage,
    languages: languagesOf(row, language),
    papers: papers.get(row.id) ?? [],
    related,
    changes,
    previous,
    next,
  };
}

/**
 * @param slug of a single page such as `about`.
 * @returns the page in the language or, where it lacks that, in its original one; or null.
 */
export async function singlePage(slug: string, language: string): Promise<SinglePage | null> {
  const path = `/${slug}/`;
  const row = await db().post.findUnique({ where: { path, kind: 'page' }, select: cardColumns });
  const translation = row && publicTranslations(row, language)[0];
  if (!row || !translation) {
    dependsOn(tags.addresses);
    return null;
  }
  dependsOn(tags.post(row.id));
  const { html, outline, excerptText } = await pageContent(revisionSource(row, translation));
  return {
    path: localizePath(path, language),
    slug,
    title: translation.revision.title,
    language: translation.language,
    html,
    excerptText,
    outline,
    languages: languagesOf(row, language),
    updatedAt: translation.revisedAt ?? translation.publishedAt,
  };
}

/**
 * The page that a text would make, whether it is public or not. Nothing of it is kept.
 *
 * @param text `at` stands for the time of publication where there is none yet.
 * @returns null where there is no such post.
 */
export async function previewPage(
  postId: string,
  language: string,
  text: { title: string; summary: string; source: string; at: Date },
): Promise<{ kind: 'post'; post: PostPage } | { kind: 'page'; page: SinglePage } | null> {
  const row = await db().post.findUnique({
    where: { id: postId },
    select: { ...cardColumns, kind: true, slug: true },
  });
  if (!row) return null;
  const { title, summary, source, at } = text;
  const revision = { id: '', title, summary, source };
  const translation = { language, publishedAt: at, revisedAt: null, revision };
  const content = await renderSource(revisionSource(row, translation));
  const { html, outline, excerptHtml, excerptText, minutes } = content;
  const frame = cardFrame(row, translation, language);
  const languages = [{ language, path: frame.path, title }];
  if (row.kind === 'page') {
    const { path } = frame;
    const page = {
      path,
      slug: row.slug,
      title,
      language,
      html,
      excerptText,
      outline,
      languages,
      updatedAt: at,
    };
    return { kind: 'page', page };
  }
  const post = {
    ...frame,
    ...{ html, outline, excerptHtml, excerptText, minutes, languages },
    leadImage: leadImageOf(row, content.leadImage),
    revisedAt: null,
    month: row.month,
    guid: row.guid,
    originalLanguage: row.originalLanguage,
    papers: (await papersOf([row.id])).get(row.id) ?? [],
    related: [],
    changes: [],
    previous: null,
    next: null,
  };
  return { kind: 'post', post };
}

/**
 * Where an address from before leads today.
 *
 * @param path without language prefix, decoded, NFC, with trailing slash.
 * @returns the present path of the post, or of the category, that once had it; `gone` for a post that is no longer public; or null.
 */
export async function formerAddress(path: string): Promise<{ path: string } | 'gone' | null> {
  dependsOn(tags.addresses);
  // Static sites on file systems that do not tell cases apart answer to both, so links in capitals exist.
  const addresses = await db().postAddress.findMany({
    where: { path: { in: [path, path.toLowerCase()] } },
    select: { path: true, post: { select: { id: true, path: true, listedAt: true, publishedAt: true } } },
  });
  const address = addresses.find((found) => found.path === path) ?? addresses[0];
  if (!address) return formerCategoryAddress(path);
  const { post } = address;
  dependsOn(tags.post(post.id));
  if (post.listedAt === null) return post.publishedAt === null ? null : 'gone';
  return post.path === path ? null : { path: post.path };
}

/** Where an address below a category's former slug leads: the same below its present one. */
async function formerCategoryAddress(path: string): Promise<{ path: string } | 'gone' | null> {
  const [, slug = '', rest = ''] = /^\/([^/]+)(\/.*)$/su.exec(path) ?? [];
  const present = await presentCategorySlug(slug);
  if (present === null || present === slug) return null;
  const renamed = `/${present}${rest}`;
  // In one step, where the post has moved or gone besides.
  return (await formerAddress(renamed)) ?? { path: renamed };
}

/** @returns the present slug of the category that once had this one, or null. */
export async function presentCategorySlug(slug: string): Promise<string | null> {
  dependsOn(tags.addresses, tags.categories);
  const former = await db().formerCategorySlug.findUnique({
    where: { slug },
    select: { category: { select: { slug: true } } },
  });
  return former?.category.slug ?? null;
}

/** @returns whether there was a category of this slug, of which addresses of posts are left. */
export async function wasCategory(slug: string): Promise<boolean> {
  dependsOn(tags.addresses, tags.categories);
  const prefix = `/${slug}/`;
  // What begins with the prefix, as a range, which either engine looks up in the index.
  const found = await db().postAddress.findFirst({
    where: { path: { gt: prefix, startsWith: prefix }, post: { kind: 'post' } },
    select: { postId: true },
  });
  return found !== null;
}
