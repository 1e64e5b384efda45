import { languageName, translator, type I18n } from '@/lib/i18n';
import { hrefOf } from '../ui';

/** Links to the same text in other languages, each in its own language. */
export function TranslationLinks({
  languages,
  shown,
  original,
  i18n,
}: {
  languages: { language: string; path: string; title: string }[];
  /** Language of the text on this page. */
  shown: string;
  /** Language in which the text was first written, marked among several. */
  original?: string;
  i18n: I18n;
}) {
  const others = languages.filter(({ language }) => language !== shown);
  if (others.length === 0) return null;
  return (
    <ul className="translations" aria-label={i18n.t('post.languages')}>
      {others.map(({ language, path, title }) => (
        <li key={language}>
          <a href={hrefOf(path)} lang={language} hrefLang={language} rel="alternate" title={title}>
            {translator(language)('post.readIn', { language: languageName(language) })}
            {language === original && (
              <span className="translations-original"> ({translator(language)('post.original')})</span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
