import type { Settings } from './schema';

/** What every page shows around its content. */
export interface SiteView {
  name: string;
  description: string;
  copyright: string | null;
  logo: { src: string; width: number; height: number } | null;
  /** Languages that the site offers; the first is the default and has no prefix. */
  languages: string[];
  menu: { label: string; href: string }[];
  timeZone: string;
  origin: string;
}

/** What the form of settings begins with. */
export interface SettingsForm {
  /** To be named when it is saved. */
  version: number;
  settings: Settings;
  logo: { src: string; width: number; height: number } | null;
}
