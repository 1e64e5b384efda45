import type { SettingsForm } from '@/lib/settings/views';
import { rowKey } from '../forms/rows';

type Settings = SettingsForm['settings'];

/** An item of the menu while it is edited. */
export interface MenuRow {
  key: string;
  labels: Record<string, string>;
  href: string;
}

/** What the form of settings holds while it is edited; numbers as they are typed. */
export interface SettingsDraft extends Pick<
  Settings,
  | 'name'
  | 'description'
  | 'languages'
  | 'timeZone'
  | 'logoMediaId'
  | 'reviewRequired'
  | 'feedContent'
  | 'feedLine'
  | 'hub'
> {
  copyright: string;
  logo: SettingsForm['logo'];
  menu: readonly MenuRow[];
  macros: readonly { key: string; name: string; body: string }[];
  postsPerPage: string;
  feedItems: string;
}

/** @returns settings as the form begins with them. */
export function draftOf({ settings, logo }: SettingsForm): SettingsDraft {
  const { name, description, languages, timeZone, logoMediaId, reviewRequired } = settings;
  const { feedContent, feedLine, hub } = settings;
  return {
    name,
    description,
    languages,
    timeZone,
    logoMediaId,
    reviewRequired,
    feedContent,
    feedLine,
    hub,
    copyright: settings.copyright ?? '',
    logo,
    menu: settings.menu.map((item) => ({ key: rowKey(), ...item })),
    macros: Object.entries(settings.macros).map(([macro, body]) => ({ key: rowKey(), name: macro, body })),
    postsPerPage: String(settings.postsPerPage),
    feedItems: String(settings.feedItems),
  };
}

/**
 * @param before settings that the form does not show are kept.
 * @returns what is saved; rows that nobody filled in are left out.
 */
export function settingsOf(draft: SettingsDraft, before: Settings): Settings {
  const { name, description, languages, timeZone, logoMediaId, reviewRequired } = draft;
  const { feedContent, feedLine, hub } = draft;
  const isFilled = (texts: Record<string, string>) => Object.values(texts).some((text) => text.trim() !== '');
  return {
    ...before,
    name,
    description,
    timeZone,
    logoMediaId,
    reviewRequired,
    feedContent,
    feedLine,
    hub,
    // The default language is always one of them; the form cannot take it away.
    languages: languages.includes('ko') ? languages : ['ko', ...languages],
    copyright: draft.copyright.trim() === '' ? null : draft.copyright,
    menu: draft.menu
      .filter(({ labels, href }) => isFilled(labels) || href.trim() !== '')
      .map(({ labels, href }) => ({ labels, href })),
    macros: Object.fromEntries(
      draft.macros
        .filter((row) => row.name.trim() !== '' || row.body.trim() !== '')
        .map((row) => [row.name.trim(), row.body]),
    ),
    postsPerPage: wholeNumber(draft.postsPerPage),
    feedItems: wholeNumber(draft.feedItems),
  };
}

/** 0, which no setting allows, for what is no whole number. */
const wholeNumber = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0);
