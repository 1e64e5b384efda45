import type { Transaction } from '@/lib/db';

/** Who acts: a member, or something without an account, such as an import from the shell. */
export type Actor = { memberId: string } | { label: 'import' | 'shell' | 'start' | 'schedule' };

/** What was done to what. */
export interface AuditEntry {
  /** `post.publish`, `post.move`, `settings.change` … */
  action: string;
  subjectType: 'post' | 'translation' | 'member' | 'media' | 'settings' | 'category' | 'tag' | 'paper';
  subjectId: string;
  /** Facts a person needs to understand the entry; no text of posts, no secrets. */
  detail?: Record<string, string | number | boolean | null>;
}

/** Records an act in the same transaction as the act itself. */
export async function record(tx: Transaction, actor: Actor, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({
    data: {
      actorId: 'memberId' in actor ? actor.memberId : null,
      actorLabel: 'label' in actor ? actor.label : null,
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      detail: entry.detail ?? {},
    },
  });
}
