import type { CheckItem, CheckKind, PostDetails } from '@/lib/writing/types';
import type { TextFacts } from './types';

type Problem = TextFacts['problems'][number];

/** What the live preview finds, by the line of the check list that it belongs to. */
const FOUND: Record<Problem['kind'], CheckKind> = {
  'formula-faulty': 'formulas',
  'formula-limit': 'formulas',
  'html-dropped': 'html',
  'image-foreign': 'images',
  'image-missing': 'images',
  'image-without-alt': 'image-texts',
  'link-broken': 'links',
  'link-unsafe': 'links',
  'plugin-failed': 'size',
  'too-deep': 'size',
  'too-large': 'size',
};

const OF_TEXT = ['formulas', 'images', 'image-texts', 'links', 'html', 'size'] as const;

/**
 * What is in order and what is not before readers see a text.
 *
 * @param details as they are on the server.
 * @param text as it stands in the editor.
 * @returns a line for each thing that is looked at: `blocking` for what publishing would be refused for.
 */
export function checkItems(details: PostDetails, isPage: boolean, text: TextFacts): CheckItem[] {
  const item = (kind: CheckKind, isGood: boolean, level: 'warning' | 'blocking'): CheckItem => ({
    kind,
    level: isGood ? 'ok' : level,
    places: [],
  });
  const found = OF_TEXT.map((kind): CheckItem => {
    const places = text.problems.filter((problem) => FOUND[problem.kind] === kind);
    return {
      kind,
      level: places.length === 0 ? 'ok' : 'warning',
      places: places.map(({ line, detail }) => ({ line, detail })),
    };
  });
  return [
    item('title', text.title.trim() !== '', 'blocking'),
    item('text', text.words > 0, 'warning'),
    // The server makes one of the title where nobody chose one.
    item('address', details.slug !== '', 'warning'),
    ...(isPage
      ? []
      : [
          item('category', details.categoryId !== null, 'blocking'),
          item('authors', details.authorIds.length > 0, 'blocking'),
          item('summary', text.summary.trim() !== '', 'warning'),
        ]),
    // What nobody does wrong every day is only named where it is wrong.
    ...found.filter(({ kind, level }) => level !== 'ok' || (kind !== 'html' && kind !== 'size')),
  ];
}
