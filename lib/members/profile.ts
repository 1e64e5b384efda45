import { check, may, notFound, type Viewer } from '@/lib/access';
import { record } from '@/lib/audit';
import { tags, touch } from '@/lib/cache';
import { db, namesSchema, transaction } from '@/lib/db';
import { collator, isLanguage, localized } from '@/lib/i18n';
import { checkLanguage, checkNames, checkTimeZone } from './accounts';
import { MemberError } from './errors';
import { changeHandle, checkHandle } from './handles';
import { enqueue } from '@/lib/jobs';
import { AUTHOR_RENAMED } from '@/lib/search';
import { avatarColumns, linksSchema, presentAvatar } from './present';
import type { AuthorChoice, ProfileView } from './types';

/** Most characters of the text about a person, in one language. */
export const MAX_ABOUT = 500;
/** Most links of a profile. */
export const MAX_LINKS = 10;
const MAX_LABEL = 40;
const MAX_URL = 500;

/** @returns a profile to edit. @throws {AccessError} `not-found` for one that is not one's own, or does not exist. */
export async function profileOf(viewer: Viewer, memberId: string): Promise<ProfileView> {
  const whose = { ownerIds: [memberId] };
  check(viewer, 'profile.write', whose, 'profile.write');
  const row = await db().member.findUnique({
    where: { id: memberId },
    include: { avatar: avatarColumns, identities: { select: { provider: true } } },
  });
  if (!row) throw notFound();
  return {
    memberId: row.id,
    handle: row.handle,
    names: namesSchema.parse(row.names),
    about: namesSchema.parse(row.about),
    links: linksSchema.parse(row.links),
    avatarId: row.avatarId,
    avatar: presentAvatar(row.avatar),
    language: row.language,
    timeZone: row.timeZone,
    email: row.email,
    hasPassword: row.passwordHash !== null,
    identities: row.identities.map(({ provider }) => provider.split(':')[0] ?? ''),
  };
}

/** A profile as a person enters it. */
export interface ProfileInput {
  names: Record<string, string>;
  handle: string;
  about: Record<string, string>;
  links: { label: string; url: string }[];
  avatarId: string | null;
  language: string;
  timeZone: string;
}

/**
 * Changes a profile: one's own, or as an administrator anybody's, imported authors included. Readers see it at once; the
 * address of a former handle leads to the new one.
 *
 * @throws {MemberError} naming the field. @throws {AccessError} `not-found`.
 */
export async function changeProfile(viewer: Viewer, memberId: string, input: ProfileInput): Promise<void> {
  check(viewer, 'profile.write', { ownerIds: [memberId] }, 'profile.write');
  const handle = checkHandle(input.handle);
  const data = {
    names: checkNames(input.names),
    about: checkAbout(input.about),
    links: input.links.filter(({ label, url }) => label.trim() !== '' || url.trim() !== '').map(checkLink),
    avatarId: input.avatarId,
    language: checkLanguage(input.language),
    timeZone: checkTimeZone(input.timeZone),
  };
  if (data.links.length > MAX_LINKS) throw new MemberError('too-many-links', { most: MAX_LINKS });
  await transaction(async (tx) => {
    const before = await tx.member.findUnique({ where: { id: memberId } });
    if (!before) throw notFound();
    if (data.avatarId !== null && data.avatarId !== before.avatarId) {
      const picture = may(viewer, 'media.read')
        ? await tx.media.findUnique({ where: { id: data.avatarId }, select: { width: true } })
        : null;
      if (picture?.width == null) throw new MemberError('avatar-missing');
    }
    await changeHandle(tx, memberId, before.handle, handle);
    await tx.member.update({ where: { id: memberId }, data });
    if (JSON.stringify(namesSchema.parse(before.names)) !== JSON.stringify(data.names)) {
      await enqueue(tx, AUTHOR_RENAMED, { memberId });
    }
    await record(
      tx,
      { memberId: viewer.memberId },
      {
        action: 'member.profile',
        subjectType: 'member',
        subjectId: memberId,
        detail: { handle },
      },
    );
    await touch(tx, [tags.authors, tags.member(memberId)]);
  });
}

function checkAbout(given: Readonly<Record<string, string>>): Record<string, string> {
  const about = Object.entries(given)
    .filter(([language]) => isLanguage(language))
    .map(
      ([language, text]) =>
        [
          language,
          text
            .normalize('NFC')
            .replace(/[^\P{Cc}\n]/gu, ' ')
            .trim(),
        ] as const,
    )
    .filter(([, text]) => text !== '');
  if (about.some(([, text]) => [...text].length > MAX_ABOUT)) {
    throw new MemberError('text-long', { most: MAX_ABOUT }, 'about');
  }
  return Object.fromEntries(about);
}

function checkLink({ label, url }: { label: string; url: string }): { label: string; url: string } {
  const address = url.trim();
  const isWeb = /^https?:\/\//i.test(address) && URL.canParse(address) && new URL(address).hostname !== '';
  const isMail = /^mailto:[^\s@?]+@[^\s@?]+$/i.test(address);
  if (address.length > MAX_URL || /[\s\p{Cc}]/u.test(address) || !(isWeb || isMail)) {
    throw new MemberError('link-address');
  }
  const name = label
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if ([...name].length > MAX_LABEL) throw new MemberError('text-long', { most: MAX_LABEL }, 'links');
  const shown = isMail ? address.replace(/^mailto:/i, '') : new URL(address).hostname;
  return { label: name || shown, url: address };
}

/** @returns whom one can name as authors: active members and imported authors, by name. @throws {AccessError} */
export async function authorChoices(viewer: Viewer, language: string): Promise<AuthorChoice[]> {
  check(viewer, 'member.read');
  const rows = await db().member.findMany({
    where: { state: { in: ['active', 'unclaimed'] } },
    select: { id: true, handle: true, names: true, state: true, avatar: avatarColumns },
  });
  return rows
    .map((row) => ({
      id: row.id,
      handle: row.handle,
      name: localized(namesSchema.parse(row.names), language),
      avatar: presentAvatar(row.avatar),
      isUnclaimed: row.state === 'unclaimed',
    }))
    .sort((a, b) => collator(language).compare(a.name, b.name));
}
