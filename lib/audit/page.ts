import { check, type Viewer } from '@/lib/access';
import { db } from '@/lib/db';
import { localized } from '@/lib/i18n';
import { findSubjects, notedName, subjectKey } from './subjects';
import type { AuditList, AuditView } from './views';

/** Entries on one page. */
export const AUDIT_PAGE = 50;
/** What acts without an account. */
export const AUDIT_LABELS = ['import', 'shell', 'start'] as const;

/** Acts by what they are about; each is the first part of names of acts. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  posts: ['post', 'translation', 'page', 'revision', 'draft', 'preview'],
  people: ['member', 'invitation', 'account', 'session', 'identity', 'profile'],
  pictures: ['media'],
  site: ['settings', 'category', 'tag', 'setup'],
};

/** Which entries, and from where on. */
export interface AuditQuery {
  /** Id of a member, or one of {@link AUDIT_LABELS}. */
  actor?: string | undefined;
  /** One act, `post.move`, or all of a kind: `posts`, `people`, `pictures`, `site`. */
  action?: string | undefined;
  /** `post:<id>`, `member:<id>` … */
  subject?: string | undefined;
  /** `next` of the page before. */
  after?: string | undefined;
}

/**
 * Who did what to what, newest first.
 *
 * @param language in which things are named.
 * @throws {AccessError}
 */
export async function auditPage(viewer: Viewer, query: AuditQuery, language: string): Promise<AuditList> {
  check(viewer, 'audit.read');
  const { actor, action, subject } = query;
  const after = readCursor(query.after);
  const [subjectType, subjectId] = subject?.split(':') ?? [];
  const isLabel = (AUDIT_LABELS as readonly (string | undefined)[]).includes(actor);
  const rows = await db().auditEvent.findMany({
    where: {
      ...(actor !== undefined && (isLabel ? { actorLabel: actor } : { actorId: actor })),
      ...(action !== undefined && actsOf(action)),
      ...(subjectType !== undefined && subjectId !== undefined && { subjectType, subjectId }),
      ...(after && { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: AUDIT_PAGE + 1,
    include: { actor: { select: { id: true, names: true, handle: true } } },
  });
  const shown = rows.slice(0, AUDIT_PAGE);
  const last = shown.at(-1);
  const subjects = await findSubjects(shown, language);
  return {
    next: rows.length > AUDIT_PAGE && last ? `${last.at.getTime()}_${last.id}` : null,
    entries: shown.map((row): AuditView => {
      const detail = row.detail as AuditView['detail'];
      const found = subjects.get(subjectKey(row));
      return {
        id: row.id,
        at: row.at,
        actor: row.actor
          ? {
              memberId: row.actor.id,
              name: localized(row.actor.names as Record<string, string>, language) || row.actor.handle,
              handle: row.actor.handle,
            }
          : row.actorLabel === null
            ? null
            : { label: row.actorLabel },
        action: row.action,
        subject: {
          type: row.subjectType,
          id: row.subjectId,
          name: found?.name ?? notedName(detail),
          href: found?.href ?? null,
        },
        detail,
      };
    }),
  };
}

function actsOf(action: string) {
  const kind = Object.hasOwn(KINDS, action) ? KINDS[action] : undefined;
  // Beside the condition of the cursor, which is an OR as well.
  return kind ? { AND: [{ OR: kind.map((name) => ({ action: { startsWith: `${name}.` } })) }] } : { action };
}

/** @returns members who ever did something that was noted, by name. @throws {AccessError} */
export async function auditActors(viewer: Viewer, language: string): Promise<{ id: string; name: string }[]> {
  check(viewer, 'audit.read');
  const rows = await db().member.findMany({
    where: { auditEvents: { some: {} } },
    select: { id: true, names: true, handle: true },
  });
  return rows
    .map((row) => ({
      id: row.id,
      name: localized(row.names as Record<string, string>, language) || row.handle,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

/** A made-up cursor begins at the top, like none. */
function readCursor(text: string | undefined): { at: Date; id: string } | null {
  const [, time, id] = /^(\d{1,15})_([\w-]{1,64})$/.exec(text ?? '') ?? [];
  return time === undefined || id === undefined ? null : { at: new Date(Number(time)), id };
}
