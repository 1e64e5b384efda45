import { redirect } from 'next/navigation';
import { cache } from 'react';
import { currentMember } from '@/app/member';
import type { SignedInMember } from '@/lib/auth';
import { currentAddress } from '@/lib/cache';
import { i18nFor, type I18n } from '@/lib/i18n';
import type { SiteView } from '@/lib/settings/views';
import { siteView } from '@/lib/settings';

/** What every page of the desk begins with. */
export interface Desk {
  member: SignedInMember;
  /** In the member's language and time zone, whatever the page's address says. */
  i18n: I18n;
  site: SiteView;
}

/**
 * @returns the desk of whoever is signed in, asked for once in a request; sends everyone else to the sign-in page, and
 *   back here afterwards.
 */
export const desk = cache(async (): Promise<Desk> => {
  const member = await currentMember();
  if (member === null) redirect(`/signin/?next=${encodeURIComponent(currentAddress() ?? '/write/')}`);
  return { member, i18n: i18nFor(member.language, member.timeZone), site: await siteView(member.language) };
});
