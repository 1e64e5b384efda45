import type { AuditView } from '@/lib/audit/views';
import type { I18n, MessageKey } from '@/lib/i18n';

/** What the log says of each act that is recorded. A test finds acts that have no sentence. */
export const SENTENCES: Readonly<Record<string, MessageKey>> = {
  'category.change': 'audit.categoryChange',
  'category.create': 'audit.categoryCreate',
  'category.move': 'audit.categoryMove',
  'category.order': 'audit.categoryOrder',
  'category.remove': 'audit.categoryRemove',
  'media.delete': 'audit.mediaDelete',
  'media.keep': 'audit.mediaKeep',
  'member.claim': 'audit.memberClaim',
  'member.create': 'audit.memberCreate',
  'member.email': 'audit.memberEmail',
  'member.hand-over': 'audit.memberHandOver',
  'member.import': 'audit.memberImport',
  'member.invite': 'audit.memberInvite',
  'member.invite-again': 'audit.memberInviteAgain',
  'member.link': 'audit.memberLink',
  'member.password': 'audit.memberPassword',
  'member.password-link': 'audit.memberPasswordLink',
  'member.profile': 'audit.memberProfile',
  'member.reactivate': 'audit.memberReactivate',
  'member.review-feed': 'audit.memberReviewFeed',
  'member.review-feed-end': 'audit.memberReviewFeedEnd',
  'member.role': 'audit.memberRole',
  'member.sign-out-everywhere': 'audit.memberSignOutEverywhere',
  'member.suspend': 'audit.memberSuspend',
  'member.uninvite': 'audit.memberUninvite',
  'paper.change': 'audit.paperChange',
  'paper.create': 'audit.paperCreate',
  'paper.remove': 'audit.paperRemove',
  'post.create': 'audit.postCreate',
  'post.details': 'audit.postDetails',
  'post.discard': 'audit.postDiscard',
  'post.move': 'audit.postMove',
  'post.take-out': 'audit.postTakeOut',
  'settings.change': 'audit.settingsChange',
  'tag.create': 'audit.tagCreate',
  'translation.correct': 'audit.translationCorrect',
  'translation.hide': 'audit.translationHide',
  'translation.publish': 'audit.translationPublish',
  'translation.request-review': 'audit.translationRequestReview',
  'translation.restore': 'audit.translationRestore',
  'translation.return': 'audit.translationReturn',
  'translation.schedule': 'audit.translationSchedule',
  'translation.schedule-failed': 'audit.translationScheduleFailed',
  'translation.share': 'audit.translationShare',
  'translation.show': 'audit.translationShow',
  'translation.unschedule': 'audit.translationUnschedule',
  'translation.unshare': 'audit.translationUnshare',
  'translation.withdraw-review': 'audit.translationWithdrawReview',
  'translation.write': 'audit.translationWrite',
};

const SETTINGS: Readonly<Record<string, MessageKey>> = {
  name: 'admin.blogName',
  description: 'admin.blogDescription',
  copyright: 'admin.copyright',
  languages: 'admin.sectionLanguages',
  timeZone: 'admin.timeZone',
  menu: 'admin.sectionMenu',
  logoMediaId: 'admin.logo',
  macros: 'admin.sectionMacros',
  postsPerPage: 'admin.postsPerPage',
  feedItems: 'admin.feedItems',
  feedContent: 'admin.feedContent',
  feedLine: 'admin.feedLine',
  hub: 'admin.hub',
  reviewRequired: 'admin.reviewRequired',
};

const ROLES: Readonly<Record<string, MessageKey>> = {
  administrator: 'admin.roleAdministrator',
  editor: 'admin.roleEditor',
  member: 'admin.roleMember',
};

/** Facts that sentences name; an entry from before may lack one. */
const FACTS = [
  'from',
  'to',
  'posts',
  'count',
  'changed',
  'role',
  'email',
  'provider',
  'at',
  'slug',
  'handle',
  'author',
  'member',
];

/** @returns the sentence of an entry; what it is about stands in typographic quotes. */
export function sentenceOf({ action, subject, detail }: AuditView, i18n: I18n): string {
  const { t, format } = i18n;
  const key = SENTENCES[action];
  const name = subject.name ?? t('audit.gone');
  if (key === undefined) return t('audit.other', { action, subject: name });
  const fact = (label: string) => {
    const value = detail[label];
    if (value === undefined || value === null || value === '') return '–';
    if (label === 'changed') return changedSettings(String(value), i18n);
    if (label === 'role' || ((label === 'from' || label === 'to') && ROLES[String(value)])) {
      const role = ROLES[String(value)];
      return role === undefined ? String(value) : t(role);
    }
    if (label === 'at' && typeof value === 'string' && !Number.isNaN(Date.parse(value)))
      return format.dateTime(new Date(value));
    return typeof value === 'number' ? value : String(value);
  };
  return t(key, { subject: name, ...Object.fromEntries(FACTS.map((label) => [label, fact(label)])) });
}

function changedSettings(keys: string, { t, format }: I18n): string {
  return format.list(
    keys.split(', ').map((name) => {
      const key = SETTINGS[name];
      return key === undefined ? name : t(key);
    }),
  );
}

/** @returns what stands before and after the name in quotes; null where the sentence does not name it. */
export function around(sentence: string, name: string): [before: string, after: string] | null {
  for (const [open, close] of ['‘’', '“”'].map((pair) => [...pair] as [string, string])) {
    const at = sentence.indexOf(`${open}${name}${close}`);
    if (at >= 0) return [sentence.slice(0, at + 1), sentence.slice(at + 1 + name.length)];
  }
  return null;
}
