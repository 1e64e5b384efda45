/** Roles that a member can have, from few rights to many. */
export const ROLES = ['member', 'editor', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

/** Everyone who may ask: the roles, and a reader without an account. */
export type Standing = 'reader' | Role;

/** On whose things: on none, on one's own, on everyone's. */
export type Scope = 'none' | 'own' | 'all';

type Row = Record<Standing, Scope>;

const row = (reader: Scope, member: Scope, editor: Scope, administrator: Scope): Row => ({
  reader,
  member,
  editor,
  administrator,
});

/**
 * Who may do what to whose things; the one place where this is written. A post is one's own when one is among its
 * authors or began it; a picture when one uploaded it; a profile when it is one's own.
 */
export const TABLE = {
  /** Begin a post. */
  'post.create': row('none', 'all', 'all', 'all'),
  /** See what is not public of a post: drafts, revisions, schedule. */
  'post.read': row('none', 'own', 'all', 'all'),
  /** Write its draft and its details, restore a revision. */
  'post.write': row('none', 'own', 'all', 'all'),
  /** Publish or schedule it where nobody need approve. */
  'post.publish': row('none', 'own', 'all', 'all'),
  /** Publish or schedule it although the site asks for approval; this is what approving is. */
  'post.approve': row('none', 'none', 'all', 'all'),
  /** Take it from readers, show it again. */
  'post.hide': row('none', 'own', 'all', 'all'),
  /** Put away, or take out again, what was never public. */
  'post.discard': row('none', 'own', 'all', 'all'),
  /** Make and revoke links by which someone without an account sees a draft. */
  'post.share': row('none', 'own', 'all', 'all'),
  /** Everything about single pages such as /about/. */
  'page.write': row('none', 'none', 'all', 'all'),
  /** Find papers that this blog knows, and add others. */
  'paper.create': row('none', 'all', 'all', 'all'),
  /** Correct a paper, or take away one that no post is about. It is one's own when one added it, or wrote a public post about it. */
  'paper.write': row('none', 'own', 'all', 'all'),
  'tag.create': row('none', 'all', 'all', 'all'),
  'media.upload': row('none', 'all', 'all', 'all'),
  /** See the library of pictures. */
  'media.read': row('none', 'all', 'all', 'all'),
  'media.delete': row('none', 'own', 'all', 'all'),
  /** See who the members are, in order to name authors. */
  'member.read': row('none', 'all', 'all', 'all'),
  /** Name, picture, text, links, language. */
  'profile.write': row('none', 'own', 'own', 'all'),
  /** Invite, set roles, suspend, hand over imported authors, make password links. */
  'member.manage': row('none', 'none', 'none', 'all'),
  /** Categories, menu, name, logo, languages, feed. */
  'settings.write': row('none', 'none', 'none', 'all'),
  'audit.read': row('none', 'none', 'none', 'all'),
} as const satisfies Record<string, Row>;

/** Something that may or may not be done. */
export type Act = keyof typeof TABLE;

export const ACTS = Object.keys(TABLE) as Act[];
