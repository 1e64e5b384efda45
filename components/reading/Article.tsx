import type { I18n } from '@/lib/i18n';

/** An article's HTML as the Markdown pipeline made it: sanitised, and nothing is added to it afterwards. */
export function Article({
  html,
  language,
  i18n: { locale, t },
}: {
  html: string;
  language: string;
  i18n: I18n;
}) {
  return (
    <div
      className="prose"
      lang={language === locale ? undefined : language}
      data-copied={t('post.copied')}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
