import type { I18n } from '@/lib/i18n';
import type { Words } from '../islands/words';

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
  const words: Words = {
    copied: t('post.copied'),
    linkCopied: t('article.linkCopied'),
    copyLatex: t('article.copyLatex'),
    formula: t('article.formula'),
    close: t('article.close'),
    larger: t('article.larger'),
    smaller: t('article.smaller'),
    previousPicture: t('article.previousPicture'),
    nextPicture: t('article.nextPicture'),
  };
  return (
    <div
      className="prose"
      lang={language === locale ? undefined : language}
      data-words={JSON.stringify(words)}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
