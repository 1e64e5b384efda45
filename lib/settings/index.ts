import { check, type Viewer } from '@/lib/access';
import { record, type Actor } from '@/lib/audit';
import { dependsOn, tags, touch } from '@/lib/cache';
import { db, transaction, type Reader, type Transaction } from '@/lib/db';
import { SettingsError } from './errors';
import { checkedSettings } from './rules';
import { settingsSchema, type Settings } from './schema';
import type { SettingsForm } from './views';

const ROW = 'site';

/** Settings of a blog on which nobody has set anything yet. */
export const defaultSettings: Readonly<Settings> = settingsSchema.parse({});

/** The settings as they stand; within a transaction, as it sees them. */
export async function settings(within: Reader | Transaction = db()): Promise<Settings> {
  dependsOn(tags.settings);
  const row = await within.setting.findUnique({ where: { id: ROW } });
  return settingsSchema.parse(row?.document ?? {});
}

/**
 * Changes some settings and leaves the others.
 *
 * @throws {z.ZodError} when the result is not valid; nothing is changed then.
 */
export async function changeSettings(
  tx: Transaction,
  actor: Actor,
  change: Partial<Settings>,
): Promise<Settings> {
  const row = await tx.setting.findUnique({ where: { id: ROW } });
  const before = settingsSchema.parse(row?.document ?? {});
  const after = settingsSchema.parse({ ...before, ...change });
  const changed = (Object.keys(after) as (keyof Settings)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (changed.length === 0 && row) return after;
  await tx.setting.upsert({
    where: { id: ROW },
    create: { id: ROW, document: after, version: 1 },
    update: { document: after, version: { increment: 1 } },
  });
  await record(tx, actor, {
    action: 'settings.change',
    subjectType: 'settings',
    subjectId: ROW,
    detail: { changed: changed.join(', ') },
  });
  await touch(tx, [tags.settings]);
  return after;
}

/** @returns the settings for whoever may change them. @throws {AccessError} */
export async function settingsForm(viewer: Viewer): Promise<SettingsForm> {
  check(viewer, 'settings.write');
  const row = await db().setting.findUnique({ where: { id: ROW } });
  const present = settingsSchema.parse(row?.document ?? {});
  const logo =
    present.logoMediaId === null
      ? null
      : await db().media.findUnique({
          where: { id: present.logoMediaId },
          select: { hash: true, extension: true, width: true, height: true },
        });
  return {
    version: row?.version ?? 0,
    settings: present,
    logo:
      logo?.width && logo.height
        ? { src: `/media/${logo.hash}.${logo.extension}`, width: logo.width, height: logo.height }
        : null,
  };
}

/**
 * Saves the settings as a person entered them, all of them.
 *
 * @param version that the person saw; where somebody else has saved since, nothing is changed.
 * @returns the version that they have now, and what they became.
 * @throws {SettingsError} with the input that is wrong; `changed-meanwhile`. @throws {AccessError}
 */
export async function saveSettings(
  viewer: Viewer,
  { version, settings: given }: { version: number; settings: Settings },
): Promise<SettingsForm> {
  check(viewer, 'settings.write');
  const wanted = checkedSettings(given);
  await transaction(async (tx) => {
    const row = await tx.setting.findUnique({ where: { id: ROW }, select: { version: true } });
    if ((row?.version ?? 0) !== version) throw new SettingsError('changed-meanwhile');
    if (wanted.logoMediaId !== null) {
      const logo = await tx.media.findUnique({ where: { id: wanted.logoMediaId }, select: { width: true } });
      if (!logo?.width) throw new SettingsError('logo-unknown', 'logo');
    }
    await changeSettings(tx, { memberId: viewer.memberId }, wanted);
  });
  return settingsForm(viewer);
}

export { SettingsError, type SettingsFault } from './errors';
export { isTimeZone, LIMITS } from './rules';
export { settingsInput, type Settings } from './schema';
export { siteView } from './site';
export type { SettingsForm } from './views';
