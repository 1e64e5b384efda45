import { check, may, type Viewer } from '@/lib/access';
import { record } from '@/lib/audit';
import { siteOrigin } from '@/lib/config';
import { db, transaction } from '@/lib/db';
import { defaultLanguage, isLanguage } from '@/lib/i18n';
import { createToken, findToken, revokeTokens } from '@/lib/members';
import { nameColumns, nameOf } from './names';
import type { ReviewFeed } from './types';

const PURPOSE = 'review-feed';
const MOST = 50;

/**
 * Gives an editor a feed of the drafts that wait for approval. Its address is told this once; one from before stops
 * working. Nobody guesses 256 random bits, so tries are not counted.
 *
 * @returns the absolute address. @throws {AccessError}
 */
export async function makeReviewFeed(viewer: Viewer): Promise<{ url: string }> {
  check(viewer, 'post.approve', { ownerIds: [] });
  const { memberId } = viewer;
  return transaction(async (tx) => {
    await revokeTokens(tx, PURPOSE, memberId);
    const { secret } = await createToken(tx, { purpose: PURPOSE, memberId, issuerId: memberId });
    await record(
      tx,
      { memberId },
      { action: 'member.review-feed', subjectType: 'member', subjectId: memberId },
    );
    return { url: `${siteOrigin()}/api/review-feed/${secret}/` };
  });
}

/** Makes the viewer's address useless. */
export async function revokeReviewFeed({ memberId }: { memberId: string }): Promise<void> {
  await transaction(async (tx) => {
    if ((await tx.token.count({ where: { purpose: PURPOSE, memberId } })) === 0) return;
    await revokeTokens(tx, PURPOSE, memberId);
    await record(
      tx,
      { memberId },
      {
        action: 'member.review-feed-end',
        subjectType: 'member',
        subjectId: memberId,
      },
    );
  });
}

/** @returns since when the viewer has such a feed, null where there is none; undefined for whoever may not have one. */
export async function reviewFeedSince(viewer: Viewer): Promise<Date | null | undefined> {
  if (!may(viewer, 'post.approve', { ownerIds: [] })) return undefined;
  const row = await db().token.findFirst({
    where: { purpose: PURPOSE, memberId: viewer.memberId, expiresAt: { gt: new Date() } },
    select: { createdAt: true },
  });
  return row?.createdAt ?? null;
}

/**
 * What waits for approval, for whoever knows the address of an editor's feed: title, summary, writer; nothing of the text.
 *
 * @returns null for an address that is unknown or revoked, and where its owner may not approve any more.
 */
export async function reviewFeed(secret: string): Promise<ReviewFeed | null> {
  const token = await findToken(PURPOSE, secret);
  const member =
    token?.memberId == null
      ? null
      : await db().member.findUnique({
          where: { id: token.memberId },
          select: { id: true, role: true, state: true, language: true },
        });
  if (!token || member?.state !== 'active') return null;
  const viewer = { memberId: member.id, role: member.role };
  if (!may(viewer, 'post.approve', { ownerIds: [] })) return null;
  const language = isLanguage(member.language) ? member.language : defaultLanguage;
  const rows = await db().translation.findMany({
    where: { reviewRequestedAt: { not: null }, post: { kind: 'post', discardedAt: null } },
    orderBy: [{ reviewRequestedAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: {
      id: true,
      language: true,
      reviewRequestedAt: true,
      reviewRequestedBy: { select: nameColumns },
      draft: { select: { title: true, summary: true } },
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { title: true, summary: true } },
    },
  });
  return {
    id: token.id,
    language,
    items: rows.flatMap(({ draft, revisions, reviewRequestedAt, reviewRequestedBy, ...row }) => {
      const text = draft ?? revisions[0];
      if (!text || !reviewRequestedAt) return [];
      const writer = nameOf(reviewRequestedBy, language);
      return [
        {
          translationId: row.id,
          language: row.language,
          title: text.title,
          summary: text.summary,
          writer,
          requestedAt: reviewRequestedAt,
        },
      ];
    }),
  };
}
