import { dependsOn, tags } from '@/lib/cache';
import { db, namesSchema } from '@/lib/db';
import { localized, localizePath } from '@/lib/i18n';
import { imagesByAddress, mediaPath } from '@/lib/media';
import { memberColumns, presentMember } from '@/lib/members';
import { excerpts, type RevisionSource } from './renderings';
import type { AuthorView, LeadImage, NamedLink, PostCard } from './views';

/** Columns from which a card is made; only what is public. */
export const cardColumns = {
  id: true,
  path: true,
  month: true,
  guid: true,
  originalLanguage: true,
  publishedAt: true,
  listedAt: true,
  macros: true,
  leadMedia: { select: { hash: true, extension: true, width: true, height: true } },
  category: { select: { id: true, slug: true, names: true } },
  authors: { orderBy: { position: 'asc' }, select: { member: { select: memberColumns } } },
  tags: { select: { tag: { select: { id: true, slug: true, names: true } } } },
  translations: {
    where: { state: 'published', publishedRevisionId: { not: null } },
    select: {
      language: true,
      publishedAt: true,
      revisedAt: true,
      publishedRevision: { select: { id: true, title: true, summary: true, source: true } },
    },
  },
} as const;

/** What {@link cardColumns} selects. */
export type CardRow = Awaited<ReturnType<typeof findCards>>[number];

/** @returns rows of public posts, by id; the order is the caller's. */
export async function findCards(ids: string[]) {
  return db().post.findMany({ where: { id: { in: ids }, listedAt: { not: null } }, select: cardColumns });
}

/** A public translation with its revision. */
export interface PublicTranslation {
  language: string;
  publishedAt: Date;
  revisedAt: Date | null;
  revision: { id: string; title: string; summary: string; source: string };
}

/** @returns the public translations, the page's language first, then the original. */
export function publicTranslations(row: CardRow, language: string): PublicTranslation[] {
  const rank = (candidate: string) =>
    candidate === language ? 0 : candidate === row.originalLanguage ? 1 : 2;
  return row.translations
    .flatMap(({ publishedRevision, publishedAt, language: own, revisedAt }) =>
      publishedRevision && publishedAt
        ? [{ language: own, publishedAt, revisedAt, revision: publishedRevision }]
        : [],
    )
    .sort((a, b) => rank(a.language) - rank(b.language) || a.language.localeCompare(b.language));
}

/** @returns what the pipeline needs of a translation. */
export function revisionSource(row: CardRow, translation: PublicTranslation): RevisionSource {
  const { id, source, summary } = translation.revision;
  return { id, source, summary, language: translation.language, macros: row.macros, path: row.path };
}

/** @returns what readers see of the authors; the reader depends on each of them. */
export function authorViews(row: CardRow, language: string): AuthorView[] {
  return row.authors.map(({ member }) => {
    dependsOn(tags.member(member.id));
    return presentMember(member, language);
  });
}

/** @returns a link to a category or tag, named in the language. */
export function namedLink(row: { slug: string; names: unknown }, language: string): NamedLink {
  return { slug: row.slug, name: localized(namesSchema.parse(row.names), language) || row.slug };
}

/** @returns the picture that stands for a post: the one that was chosen, otherwise the first of its text. */
export function leadImageOf(row: Pick<CardRow, 'leadMedia'>, found: LeadImage | null): LeadImage | null {
  const { leadMedia } = row;
  if (!leadMedia?.width || !leadMedia.height) return found;
  return { src: mediaPath(leadMedia), width: leadMedia.width, height: leadMedia.height, alt: '' };
}

/** The part of a card that needs no rendering. */
export function cardFrame(row: CardRow, translation: PublicTranslation, language: string) {
  dependsOn(tags.post(row.id));
  if (row.category) dependsOn(tags.category(row.category.id));
  return {
    id: row.id,
    path: localizePath(row.path, language),
    title: translation.revision.title,
    language: translation.language,
    publishedAt: row.publishedAt ?? translation.publishedAt,
    authors: authorViews(row, language),
    category: row.category && namedLink(row.category, language),
    tags: row.tags
      .map(({ tag }) => namedLink(tag, language))
      .sort((a, b) => a.name.localeCompare(b.name, language)),
  };
}

/**
 * @param ids posts in the order in which they are shown.
 * @param language of the page; a post that lacks it is shown in its original language.
 * @returns cards of those that are public.
 */
export async function postCards(ids: string[], language: string): Promise<PostCard[]> {
  for (const id of ids) dependsOn(tags.post(id));
  const rows = new Map((await findCards(ids)).map((row) => [row.id, row]));
  const shown = ids.flatMap((id) => {
    const row = rows.get(id);
    const translation = row && publicTranslations(row, language)[0];
    return row && translation ? [{ row, translation }] : [];
  });
  const contents = await excerpts(shown.map(({ row, translation }) => revisionSource(row, translation)));
  const cards = shown.flatMap(({ row, translation }) => {
    const content = contents.get(translation.revision.id);
    if (!content) return [];
    const { excerptHtml, excerptText, minutes } = content;
    const leadImage = leadImageOf(row, content.leadImage);
    return [{ ...cardFrame(row, translation, language), excerptHtml, excerptText, leadImage, minutes }];
  });
  const pictures = await imagesByAddress(cards.flatMap(({ leadImage }) => leadImage?.src ?? []));
  return cards.map(({ leadImage, ...card }) => ({
    ...card,
    leadImage: leadImage && { ...leadImage, variants: pictures.get(leadImage.src)?.variants ?? [] },
  }));
}
