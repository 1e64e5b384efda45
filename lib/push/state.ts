import { check, type Viewer } from '@/lib/access';
import { db } from '@/lib/db';
import { settings } from '@/lib/settings';
import type { HubPingView, HubState } from './views';

const SHOWN = 12;

/** @returns how it stands with the hub, for whoever sets it; null where there is none. @throws {AccessError} */
export async function hubState(viewer: Viewer): Promise<HubState | null> {
  check(viewer, 'settings.write');
  const { hub } = await settings();
  if (hub === '') return null;
  const orderBy = [{ triedAt: 'desc' as const }, { topic: 'asc' as const }];
  const [waiting, failed, others] = await Promise.all([
    db().hubPing.count({ where: { dueSince: { not: null } } }),
    db().hubPing.findMany({ where: { failure: { not: null } }, orderBy, take: SHOWN }),
    db().hubPing.findMany({ where: { triedAt: { not: null }, failure: null }, orderBy, take: SHOWN }),
  ]);
  const rows = [...failed, ...others].slice(0, SHOWN);
  return {
    hub,
    waiting,
    pings: rows.flatMap(({ topic, triedAt, failure }) =>
      triedAt ? [{ topic, at: triedAt, failure: failureOf(failure) }] : [],
    ),
  };
}

function failureOf(failure: string | null): HubPingView['failure'] {
  if (failure === null) return null;
  const [kind, status] = failure.split(' ');
  if (kind === 'status') return { kind, status: Number(status) || null };
  if (kind === 'timeout') return { kind, status: null };
  if (kind === 'unreachable' || kind === 'not-found') return { kind: 'unreachable', status: null };
  return { kind: 'refused', status: null };
}
