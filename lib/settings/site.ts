import { siteOrigin } from '@/lib/config';
import { db } from '@/lib/db';
import { localized, localizePath } from '@/lib/i18n';
import { settings } from '.';
import type { SiteView } from './views';

/** @returns what every page shows around its content, in a language. */
export async function siteView(language: string): Promise<SiteView> {
  const { name, description, copyright, languages, timeZone, menu, logoMediaId } = await settings();
  const logo =
    logoMediaId === null
      ? null
      : await db().media.findUnique({
          where: { id: logoMediaId },
          select: { hash: true, extension: true, width: true, height: true },
        });
  return {
    name: localized(name, language),
    description: localized(description, language),
    copyright,
    logo:
      logo?.width && logo.height
        ? { src: `/media/${logo.hash}.${logo.extension}`, width: logo.width, height: logo.height }
        : null,
    languages,
    menu: menu.map(({ labels, href }) => ({
      label: localized(labels, language),
      href: localizePath(href, language),
    })),
    timeZone,
    origin: siteOrigin(),
  };
}
