import { z } from 'zod';
import { record, type Actor } from '@/lib/audit';
import { dependsOn, tags, touch } from '@/lib/cache';
import { db, type Transaction } from '@/lib/db';

const ROW = 'site';

/** Where a menu may lead: a path of this site, another site, or mail; never something that runs. */
const menuAddress = z.string().regex(/^(?:\/(?![/\\])|https?:\/\/|mailto:)/i);

/** Text by language, `{ "ko": "알고리즘", "en": "Algorithms" }`. */
const localizedText = z.record(z.string(), z.string());

const settingsSchema = z.object({
  name: localizedText.default({ ko: '논문', en: 'Nonmun' }),
  description: localizedText.default({}),
  copyright: z.string().nullable().default(null),
  /** The first is the default language and has no prefix in addresses. */
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .min(1)
    .default(['ko', 'en']),
  /** Dates are shown in it. */
  timeZone: z.string().default('Asia/Seoul'),
  menu: z.array(z.object({ labels: localizedText, href: menuAddress })).default([]),
  logoMediaId: z.string().nullable().default(null),
  /** LaTeX macros of the whole site. */
  macros: z.record(z.string(), z.string()).default({}),
  postsPerPage: z.number().int().min(1).max(100).default(10),
  feedItems: z.number().int().min(1).max(100).default(10),
});

/** The site's settings, all of them, with defaults filled in. */
export type Settings = z.infer<typeof settingsSchema>;

/** Settings of a blog on which nobody has set anything yet. */
export const defaultSettings: Readonly<Settings> = settingsSchema.parse({});

/** The settings as they stand. */
export async function settings(): Promise<Settings> {
  dependsOn(tags.settings);
  const row = await db().setting.findUnique({ where: { id: ROW } });
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
  if (JSON.stringify(before) === JSON.stringify(after) && row) return after;
  await tx.setting.upsert({
    where: { id: ROW },
    create: { id: ROW, document: after },
    update: { document: after, version: { increment: 1 } },
  });
  await record(tx, actor, {
    action: 'settings.change',
    subjectType: 'settings',
    subjectId: ROW,
    detail: { changed: Object.keys(change).join(', ') },
  });
  await touch(tx, [tags.settings]);
  return after;
}
export { siteView } from './site';
