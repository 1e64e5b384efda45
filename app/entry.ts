import type { Metadata } from 'next';
import { i18nFor, interfaceLanguage, type I18n, type MessageKey } from '@/lib/i18n';
import { siteView } from '@/lib/settings';
import type { SiteView } from '@/lib/settings/views';

/** What every door to the desk begins with. */
export interface Entry {
  site: SiteView;
  /** In the language of the address. */
  i18n: I18n;
}

/** @param locale first part of the inner address. */
export async function entry(locale: string): Promise<Entry> {
  const language = interfaceLanguage(locale);
  const site = await siteView(language);
  return { site, i18n: i18nFor(language, site.timeZone) };
}

/** @returns the head of a door. */
export async function entryMetadata(locale: string, title: MessageKey): Promise<Metadata> {
  const { site, i18n } = await entry(locale);
  return { title: `${i18n.t(title)} · ${site.name}` };
}

/** Parameters of a query; of a repeated one, the first counts. */
export type Query = Promise<Record<string, string | string[] | undefined>>;

/** @returns a parameter of a query, or null. */
export async function asked(query: Query, name: string): Promise<string | null> {
  const value = (await query)[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
