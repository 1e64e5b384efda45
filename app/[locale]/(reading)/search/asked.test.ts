import { describe, expect, it } from 'vitest';
import { askedIn } from './asked';

const none = { language: null, category: null, author: null, year: null };
const asked = (query: Parameters<typeof askedIn>[0]) => askedIn(query, ['ko', 'en']);

describe('what a search address asks', () => {
  it('is nothing where nothing is there', () => {
    expect(asked({})).toEqual({ question: '', isCut: false, filters: none, page: 1 });
    expect(asked({ q: '  \n ' }).question).toBe('');
  });

  it('is text of one form, without white space around it and controls in it', () => {
    expect(asked({ q: ' \u1112\u116a\u11a8 산\u0000\u001b ' }).question).toBe('확 산');
    expect(asked({ q: ['첫째', '둘째'] }).question).toBe('첫째');
  });

  it('is cut where it is too long, between characters', () => {
    const { question, isCut } = asked({ q: '😀'.repeat(201) });
    expect([question, isCut]).toEqual(['😀'.repeat(200), true]);
    expect(asked({ q: 'a'.repeat(200) }).isCut).toBe(false);
  });

  it.each([
    [
      { language: 'en', category: 'ai', author: '윤민서', year: '2023' },
      { language: 'en', category: 'ai', author: '윤민서', year: 2023 },
    ],
    [{ language: 'fr', category: '', author: 'x'.repeat(101), year: '0099' }, none],
    [
      { language: ['ko', 'en'], year: '20233' },
      { ...none, language: 'ko' },
    ],
    [
      { category: '../../etc', author: '\u0000', year: "1' OR 1=1" },
      { ...none, category: '../../etc' },
    ],
  ])('filters %j', (query, filters) => {
    expect(asked(query).filters).toEqual(filters);
  });

  it.each([
    ['2', 2],
    ['0', 1],
    ['-1', 1],
    ['1e9', 1],
    ['99999999', 1],
    ['999999', 999_999],
  ])('page %s', (page, number) => {
    expect(asked({ page }).page).toBe(number);
  });
});
