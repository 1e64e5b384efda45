import { notFound } from '@/lib/access';
import { siteOrigin } from '@/lib/config';
import { db, transaction } from '@/lib/db';
import { hashSecret, newSecret } from '@/lib/members';
import { localizePath } from '@/lib/i18n';
import { previewPage } from '@/lib/posts';
import { z } from 'zod';
import { WritingError } from './errors';
import { textColumns } from './history';
import { nameColumns, nameOf } from './names';
import { note } from './note';
import { openTranslation, type Writer } from './rights';
import type { Preview, PreviewLink } from './types';

const PURPOSE = 'preview';
const DAY = 24 * 60 * 60_000;
/** How long a link works, in days. */
const LIFETIME_DAYS = 14;
/** Most links of a text that work at the same time. */
const MAX_LINKS = 20;

const subjectSchema = z.object({ translationId: z.string() });

/** A link as it is told when it is made; its secret is kept nowhere. */
export interface NewPreviewLink extends PreviewLink {
  /** Absolute. */
  url: string;
}

/** Links of a text that still work. */
const working = (translationId: string, now: Date) => ({
  purpose: PURPOSE,
  usedAt: null,
  expiresAt: { gt: now },
  subject: { equals: { translationId } },
});

const linkColumns = {
  id: true,
  createdAt: true,
  expiresAt: true,
  issuer: { select: nameColumns },
} as const;

/**
 * Makes a link by which someone without an account sees the draft, as it is when they look.
 *
 * @throws {WritingError} `links-too-many`. @throws {AccessError} `not-found`.
 */
export async function createPreviewLink(
  viewer: Writer,
  translationId: string,
  now = new Date(),
): Promise<NewPreviewLink> {
  const secret = newSecret();
  const hash = hashSecret(secret);
  return transaction(async (tx) => {
    const { language } = await openTranslation(tx, viewer, translationId, 'post.share');
    if ((await tx.token.count({ where: working(translationId, now) })) >= MAX_LINKS) {
      throw new WritingError('links-too-many', { values: { most: MAX_LINKS } });
    }
    const { issuer, ...link } = await tx.token.create({
      data: {
        purpose: PURPOSE,
        hash,
        issuerId: viewer.memberId,
        subject: { translationId },
        createdAt: now,
        expiresAt: new Date(now.getTime() + LIFETIME_DAYS * DAY),
      },
      select: linkColumns,
    });
    await note(tx, viewer, translationId, { action: 'translation.share', detail: { link: link.id } });
    return {
      ...link,
      createdBy: nameOf(issuer, viewer.language),
      url: `${siteOrigin()}${localizePath(`/preview/${secret}/`, language)}`,
    };
  });
}

/** @returns the links of a text that still work, newest first. @throws {AccessError} `not-found`. */
export async function previewLinks(
  viewer: Writer,
  translationId: string,
  now = new Date(),
): Promise<PreviewLink[]> {
  await openTranslation(db(), viewer, translationId, 'post.share');
  const rows = await db().token.findMany({
    where: working(translationId, now),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: linkColumns,
  });
  return rows.map(({ issuer, ...link }) => ({ ...link, createdBy: nameOf(issuer, viewer.language) }));
}

/** Makes a link useless, whoever of the text's writers made it. @throws {AccessError} `not-found`. */
export async function revokePreviewLink(viewer: Writer, linkId: string): Promise<void> {
  await transaction(async (tx) => {
    const token = await tx.token.findUnique({
      where: { id: linkId },
      select: { purpose: true, subject: true },
    });
    if (token?.purpose !== PURPOSE) throw notFound();
    const { translationId } = subjectSchema.parse(token.subject);
    await openTranslation(tx, viewer, translationId, 'post.share');
    await tx.token.delete({ where: { id: linkId } });
    await note(tx, viewer, translationId, { action: 'translation.unshare', detail: { link: linkId } });
  });
}

/**
 * What a preview link shows: the draft at this moment, as the page would be.
 *
 * @param secret the part of the address that nobody can guess.
 * @returns null for a link that is unknown, revoked or expired, and for a text that was put away.
 */
export async function previewByToken(secret: string, now = new Date()): Promise<Preview | null> {
  if (!/^[\w-]{43}$/.test(secret)) return null;
  const token = await db().token.findUnique({
    where: { hash: hashSecret(secret) },
    select: { purpose: true, subject: true, expiresAt: true, usedAt: true },
  });
  if (token?.purpose !== PURPOSE || token.usedAt !== null || token.expiresAt <= now) return null;
  const { translationId } = subjectSchema.parse(token.subject);
  const translation = await db().translation.findUnique({
    where: { id: translationId },
    select: {
      language: true,
      postId: true,
      scheduledFor: true,
      draft: { select: textColumns },
      revisions: { orderBy: { number: 'desc' }, take: 1, select: textColumns },
      post: { select: { discardedAt: true } },
    },
  });
  const text = translation?.draft ?? translation?.revisions[0];
  if (!translation || !text || translation.post.discardedAt !== null) return null;
  const { language } = translation;
  const page = await previewPage(translation.postId, language, {
    ...text,
    at: translation.scheduledFor ?? now,
  });
  return page && { ...page, expiresAt: token.expiresAt, language };
}
