import { localizePath, type I18n } from '@/lib/i18n';
import type { SearchFacets } from '@/lib/posts';
import type { SearchFilters } from '@/lib/search/types';
import { hrefOf, Icon } from '../ui';
import { FILTERS, NO_FILTERS } from './search-address';

/** Characters that the search reads; what is longer is cut there. */
const LONGEST_QUESTION = 200;

export interface SearchFormProps {
  i18n: I18n;
  /** What stands in the field at first. */
  question?: string;
  filters?: SearchFilters;
  /** What the filters offer; without it there are none. */
  facets?: SearchFacets;
}

/** Looks for posts; a plain form that needs no script. */
export function SearchForm({ i18n, question = '', filters = NO_FILTERS, facets }: SearchFormProps) {
  const { t, locale } = i18n;
  const names = {
    language: t('search.language'),
    category: t('search.category'),
    author: t('search.author'),
    year: t('search.year'),
  };
  const offered = FILTERS.flatMap((name) => {
    const choices = facets?.[name] ?? [];
    return choices.length > 1 || filters[name] !== null ? [{ name, choices }] : [];
  });
  return (
    <form className="search-form" role="search" action={hrefOf(localizePath('/search/', locale))}>
      <div className="search-line">
        <label className="visually-hidden" htmlFor="nm-question">
          {t('search.field')}
        </label>
        <input
          id="nm-question"
          className="search-field"
          type="search"
          name="q"
          defaultValue={question}
          placeholder={t('search.placeholder')}
          maxLength={LONGEST_QUESTION}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
        />
        <button className="search-submit" type="submit">
          <Icon name="search" />
          {t('search.submit')}
        </button>
      </div>
      {offered.length > 0 && (
        <fieldset className="search-filters">
          <legend className="visually-hidden">{t('search.filters')}</legend>
          {offered.map(({ name, choices }) => (
            <label key={name}>
              <span>{names[name]}</span>
              <select name={name} defaultValue={String(filters[name] ?? '')}>
                <option value="">{t('search.all')}</option>
                {choices.map(({ value, name: label, count }) => (
                  <option key={value} value={value}>
                    {count === 0 ? label : t('search.choice', { name: label, count })}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      )}
    </form>
  );
}
