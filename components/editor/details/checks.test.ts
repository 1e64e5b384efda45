import { describe, expect, it } from 'vitest';
import { checkItems } from './checks';

const details = {
  categoryId: 'ai',
  month: '2026-11',
  slug: '261125-whisper',
  tags: [],
  authorIds: ['yuho'],
  paperIds: [],
  leadMediaId: null,
  publishedAt: null,
  version: 1,
};
const text = { title: 'Whisper', summary: '요약', words: 12, problems: [] };
const levels = (...input: Parameters<typeof checkItems>) =>
  Object.fromEntries(
    checkItems(...input)
      .filter(({ level }) => level !== 'ok')
      .map(({ kind, level }) => [kind, level]),
  );

describe('the check list', () => {
  it('has nothing to say of a text in order', () => {
    expect(levels(details, false, text)).toEqual({});
  });

  it('asks for what publishing would be refused without', () => {
    expect(levels({ ...details, categoryId: null, authorIds: [] }, false, { ...text, title: ' \n' })).toEqual(
      { title: 'blocking', category: 'blocking', authors: 'blocking' },
    );
  });

  it('points out what readers would miss', () => {
    expect(levels({ ...details, slug: '' }, false, { ...text, summary: '', words: 0 })).toEqual({
      text: 'warning',
      address: 'warning',
      summary: 'warning',
    });
  });

  it('asks no category, author or summary of a page', () => {
    expect(levels({ ...details, categoryId: null, authorIds: [] }, true, { ...text, summary: '' })).toEqual(
      {},
    );
  });

  it('names each place that the preview found', () => {
    const problems = [
      { kind: 'formula-faulty' as const, line: 12, detail: 'Expected }' },
      { kind: 'image-without-alt' as const, line: 3, detail: '/media/a.png' },
      { kind: 'html-dropped' as const, line: 4, detail: 'script' },
      { kind: 'formula-limit' as const, line: 40, detail: '' },
    ];
    const items = checkItems(details, false, { ...text, problems });
    expect(items.find(({ kind }) => kind === 'formulas')).toEqual({
      kind: 'formulas',
      level: 'warning',
      places: [
        { line: 12, detail: 'Expected }' },
        { line: 40, detail: '' },
      ],
    });
    expect(items.filter(({ level }) => level === 'warning').map(({ kind }) => kind)).toEqual([
      'formulas',
      'image-texts',
      'html',
    ]);
  });
});
