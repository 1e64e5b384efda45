import type { Role } from '@/lib/access';

/** A picture of a person. */
export interface AvatarView {
  src: string;
  width: number;
  height: number;
}

/** A member as administrators see one. */
export interface ManagedMember {
  id: string;
  handle: string;
  /** By language. */
  names: Record<string, string>;
  email: string | null;
  role: Role;
  state: 'unclaimed' | 'active' | 'suspended';
  language: string;
  avatar: AvatarView | null;
  /** `password`, `github`, `oidc`; empty for someone who has not signed in yet, or cannot. */
  signsInBy: string[];
  /** Of which the member is an author, drafts included. */
  posts: number;
  createdAt: Date;
}

/** An invitation that nobody has accepted yet. */
export interface OpenInvitation {
  id: string;
  email: string;
  role: Role;
  language: string;
  /** The imported author whom the person will be, by language; null for a new one. */
  author: { id: string; names: Record<string, string> } | null;
  issuedBy: Record<string, string> | null;
  createdAt: Date;
  expiresAt: Date;
  isExpired: boolean;
}

/** A link that is shown once, to be passed on. */
export interface IssuedLink {
  link: string;
  expiresAt: Date;
}

/** What the page of an invitation greets with. */
export interface InvitationView {
  email: string;
  role: Role;
  language: string;
  /** Names of the imported author whom the person will be; empty for a new one. */
  names: Record<string, string>;
  /** Names of who invites; null for somebody who is no longer there. */
  issuedBy: Record<string, string> | null;
}

/** What the page of a password link greets with. */
export interface PasswordLinkView {
  email: string;
  names: Record<string, string>;
  language: string;
}

/** A profile as its owner edits it. */
export interface ProfileView {
  memberId: string;
  handle: string;
  names: Record<string, string>;
  about: Record<string, string>;
  links: { label: string; url: string }[];
  avatarId: string | null;
  avatar: AvatarView | null;
  language: string;
  timeZone: string;
  email: string | null;
  hasPassword: boolean;
  /** `github`, `oidc` */
  identities: string[];
}

/** Someone who can be named as an author. */
export interface AuthorChoice {
  id: string;
  handle: string;
  name: string;
  avatar: AvatarView | null;
  /** An imported author who cannot sign in. */
  isUnclaimed: boolean;
}
