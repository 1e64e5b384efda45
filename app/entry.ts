import type { Metadata } from 'next';
import { parameter } from '@/app/reading';
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

/** What a door behind a one-time link begins with. */
export interface LinkedEntry extends Entry {
  /** The secret of the link, as it was made. */
  token: string;
  /** Address of the page without language prefix. */
  path: string;
}

/** Parameters of a door behind a one-time link. */
export type LinkParams = Promise<{ locale: string; token: string }>;

/** @param section first part of the address: `invite`. */
export async function linkedEntry(params: LinkParams, section: string): Promise<LinkedEntry> {
  const { locale, token: given } = await params;
  const token = parameter(given);
  return { ...(await entry(locale)), token, path: `/${section}/${token}/` };
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
