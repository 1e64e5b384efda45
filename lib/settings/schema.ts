import { z } from 'zod';

/** Where a menu may lead: a path of this site, another site, or mail; never something that runs. */
const menuAddress = z.string().regex(/^(?:\/(?![/\\])|https?:\/\/|mailto:)/i);

/** Text by language, `{ "ko": "알고리즘", "en": "Algorithms" }`. */
const localizedText = z.record(z.string(), z.string());

/** The one document of settings, as it is stored. */
export const settingsSchema = z.object({
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
  /** Whether feeds carry whole posts or the beginning with a link to the rest. */
  feedContent: z.enum(['full', 'summary']).default('full'),
  /** What stands at the end of each item of a feed, in one line, by language; see `feedLine` of lib/feeds. */
  feedLine: localizedText.default({}),
  /** Address of the WebSub hub that is told of changes; empty for none. */
  hub: z.string().default(''),
  /** Whether members' posts need an editor's approval before they are public. */
  reviewRequired: z.boolean().default(false),
});

/** The site's settings, all of them, with defaults filled in. */
export type Settings = z.infer<typeof settingsSchema>;

const texts = z.record(z.string().max(10), z.string().max(5_000));

/** What the form of settings sends: the shape alone; what it says is held to rules where it is saved. */
export const settingsInput = z.object({
  name: texts,
  description: texts,
  copyright: z.string().max(5_000).nullable(),
  languages: z.array(z.string().max(10)).max(20),
  timeZone: z.string().max(100),
  menu: z.array(z.object({ labels: texts, href: z.string().max(5_000) })).max(200),
  logoMediaId: z.string().max(100).nullable(),
  macros: z.record(z.string().max(200), z.string().max(20_000)),
  postsPerPage: z.number(),
  feedItems: z.number(),
  feedContent: z.enum(['full', 'summary']),
  feedLine: texts,
  hub: z.string().max(5_000),
  reviewRequired: z.boolean(),
});
