import { z } from 'zod';
import { namesSchema } from '@/lib/db';
import { localized } from '@/lib/i18n';
import type { AvatarView } from './types';

/** Links of a profile, as they are stored. */
export const linksSchema = z.array(z.object({ label: z.string(), url: z.string() }));

type AvatarRow = { hash: string; extension: string; width: number | null; height: number | null };

/** Columns of an avatar that {@link presentAvatar} needs. */
export const avatarColumns = { select: { hash: true, extension: true, width: true, height: true } } as const;

/** @returns a picture as pages show it, or null where there is none. */
export function presentAvatar(avatar: AvatarRow | null): AvatarView | null {
  return avatar?.width && avatar.height
    ? { src: `/media/${avatar.hash}.${avatar.extension}`, width: avatar.width, height: avatar.height }
    : null;
}

/** What readers may know of a member, as it is stored. */
export interface MemberRow {
  id: string;
  handle: string;
  names: unknown;
  about: unknown;
  links: unknown;
  avatar: AvatarRow | null;
}

/** Columns of {@link MemberRow}; nothing else of a member ever reaches a reader. */
export const memberColumns = {
  id: true,
  handle: true,
  names: true,
  about: true,
  links: true,
  avatar: avatarColumns,
} as const;

/** @returns a member as readers see them, in a language. */
export function presentMember(row: MemberRow, language: string) {
  return {
    handle: row.handle,
    name: localized(namesSchema.parse(row.names), language),
    about: localized(namesSchema.parse(row.about), language),
    links: linksSchema.parse(row.links),
    avatar: presentAvatar(row.avatar),
  };
}
