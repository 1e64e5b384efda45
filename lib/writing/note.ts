import type { Viewer } from '@/lib/access';
import { record, type AuditEntry } from '@/lib/audit';
import type { Transaction } from '@/lib/db';

/** Records what a member did to a text, in the transaction in which it is done. */
export async function note(
  tx: Transaction,
  { memberId }: Viewer,
  translationId: string,
  entry: Pick<AuditEntry, 'action' | 'detail'>,
): Promise<void> {
  await record(tx, { memberId }, { ...entry, subjectType: 'translation', subjectId: translationId });
}
