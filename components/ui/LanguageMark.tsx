import { languageName, type I18n } from '@/lib/i18n';

/** Says that something is in another language than the page; nothing where it is in the same. */
export function LanguageMark({ language, i18n }: { language: string; i18n: I18n }) {
  if (language === i18n.locale) return null;
  return (
    <span className="language-mark">
      {i18n.t('list.otherLanguage', { language: languageName(language, i18n.locale) })}
    </span>
  );
}
