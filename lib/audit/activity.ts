import { check, type Viewer } from '@/lib/access';
import { db } from '@/lib/db';

/**
 * @returns when each member last did something: an act that was noted, or a save of a draft. Members who never did
 *   anything are not in it.
 * @throws {AccessError}
 */
export async function lastActivity(viewer: Viewer): Promise<Map<string, Date>> {
  check(viewer, 'audit.read');
  const [acts, saves] = await Promise.all([
    db().auditEvent.groupBy({ by: ['actorId'], _max: { at: true }, where: { actorId: { not: null } } }),
    db().draft.groupBy({ by: ['savedById'], _max: { savedAt: true }, where: { savedById: { not: null } } }),
  ]);
  const last = new Map<string, Date>();
  const note = (memberId: string | null, at: Date | null) => {
    if (memberId === null || at === null) return;
    const known = last.get(memberId);
    if (known === undefined || known < at) last.set(memberId, at);
  };
  for (const { actorId, _max } of acts) note(actorId, _max.at);
  for (const { savedById, _max } of saves) note(savedById, _max.savedAt);
  return last;
}
