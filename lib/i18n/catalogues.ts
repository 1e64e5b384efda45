import en from '../../messages/en.json';
import ko from '../../messages/ko.json';
import articleEn from '../../messages/article.en.json';
import articleKo from '../../messages/article.ko.json';
import accessEn from '../../messages/access.en.json';
import accessKo from '../../messages/access.ko.json';
import aroundEn from '../../messages/around.en.json';
import aroundKo from '../../messages/around.ko.json';
import requestEn from '../../messages/request.en.json';
import requestKo from '../../messages/request.ko.json';
import entryEn from '../../messages/entry.en.json';
import entryKo from '../../messages/entry.ko.json';
import mailEn from '../../messages/mail.en.json';
import mailKo from '../../messages/mail.ko.json';
import membersEn from '../../messages/members.en.json';
import membersKo from '../../messages/members.ko.json';
import writingEn from '../../messages/writing.en.json';
import writingKo from '../../messages/writing.ko.json';
import deskEn from '../../messages/desk.en.json';
import deskKo from '../../messages/desk.ko.json';
import editorEn from '../../messages/editor.en.json';
import editorKo from '../../messages/editor.ko.json';
import previewEn from '../../messages/preview.en.json';
import previewKo from '../../messages/preview.ko.json';
import sourceEn from '../../messages/source.en.json';
import sourceKo from '../../messages/source.ko.json';
import savingEn from '../../messages/saving.en.json';
import savingKo from '../../messages/saving.ko.json';
import imagesEn from '../../messages/images.en.json';
import imagesKo from '../../messages/images.ko.json';
import feedsEn from '../../messages/feeds.en.json';
import feedsKo from '../../messages/feeds.ko.json';
import detailsEn from '../../messages/details.en.json';
import detailsKo from '../../messages/details.ko.json';
import revisionsEn from '../../messages/revisions.en.json';
import revisionsKo from '../../messages/revisions.ko.json';
import adminEn from '../../messages/admin.en.json';
import adminKo from '../../messages/admin.ko.json';
import profileEn from '../../messages/profile.en.json';
import pushEn from '../../messages/push.en.json';
import profileKo from '../../messages/profile.ko.json';
import pushKo from '../../messages/push.ko.json';
import settingsEn from '../../messages/settings.en.json';
import settingsKo from '../../messages/settings.ko.json';
import categoriesEn from '../../messages/categories.en.json';
import categoriesKo from '../../messages/categories.ko.json';
import paperEn from '../../messages/paper.en.json';
import paperKo from '../../messages/paper.ko.json';
import auditEn from '../../messages/audit.en.json';
import auditKo from '../../messages/audit.ko.json';
import failuresEn from '../../messages/failures.en.json';
import failuresKo from '../../messages/failures.ko.json';
import findEn from '../../messages/find.en.json';
import findKo from '../../messages/find.ko.json';
import listsEn from '../../messages/lists.en.json';
import listsKo from '../../messages/lists.ko.json';
import searchEn from '../../messages/search.en.json';
import searchKo from '../../messages/search.ko.json';

const korean = {
  ...ko,
  ...articleKo,
  ...accessKo,
  ...aroundKo,
  ...requestKo,
  ...entryKo,
  ...mailKo,
  ...membersKo,
  ...writingKo,
  ...deskKo,
  ...editorKo,
  ...previewKo,
  ...sourceKo,
  ...savingKo,
  ...imagesKo,
  ...detailsKo,
  ...feedsKo,
  ...revisionsKo,
  ...adminKo,
  ...profileKo,
  ...pushKo,
  ...auditKo,
  ...categoriesKo,
  ...settingsKo,
  ...searchKo,
  ...findKo,
  ...paperKo,
  ...listsKo,
  ...failuresKo,
};

/** What every language must hold; the Korean files are the model. */
export type Catalogue = typeof korean;

/** The message files, `<language>.json` and `<area>.<language>.json`. The first is the default language, whose addresses have no prefix. */
export const catalogues = {
  ko: korean,
  en: {
    ...en,
    ...articleEn,
    ...accessEn,
    ...aroundEn,
    ...requestEn,
    ...entryEn,
    ...mailEn,
    ...membersEn,
    ...writingEn,
    ...deskEn,
    ...editorEn,
    ...previewEn,
    ...sourceEn,
    ...savingEn,
    ...imagesEn,
    ...detailsEn,
    ...feedsEn,
    ...revisionsEn,
    ...adminEn,
    ...profileEn,
    ...pushEn,
    ...auditEn,
    ...categoriesEn,
    ...settingsEn,
    ...searchEn,
    ...findEn,
    ...paperEn,
    ...listsEn,
    ...failuresEn,
  },
} satisfies Record<string, Catalogue>;

/** A language that the interface speaks. */
export type Language = keyof typeof catalogues;
