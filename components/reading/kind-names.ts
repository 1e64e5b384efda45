import type { Translate } from '@/lib/i18n';
import type { QuickFound } from '@/lib/posts';

/** @returns what each kind of thing that is found by its name is called. */
export function kindNames(t: Translate): Record<QuickFound['kind'], string> {
  return {
    post: t('search.kindPost'),
    heading: t('search.kindHeading'),
    paper: t('search.kindPaper'),
    tag: t('search.kindTag'),
    author: t('search.kindAuthor'),
    category: t('search.kindCategory'),
  };
}
