import { expect, test } from 'vitest';
import type { SettingsForm } from '@/lib/settings/views';
import { draftOf, settingsOf } from './settingsDraft';

const settings: SettingsForm['settings'] = {
  name: { ko: '논문' },
  description: {},
  copyright: null,
  languages: ['ko', 'en'],
  timeZone: 'Asia/Seoul',
  menu: [{ labels: { ko: '소개' }, href: '/about/' }],
  logoMediaId: null,
  macros: { '\\RR': '\\mathbb{R}' },
  postsPerPage: 10,
  feedItems: 20,
  feedContent: 'summary',
  feedLine: { ko: '끝' },
  hub: 'https://hub.example/',
  reviewRequired: true,
};
const draft = draftOf({ version: 3, settings, logo: null });

test('what nobody touched is saved as it was', () => {
  expect(settingsOf(draft, settings)).toEqual(settings);
});

test('rows that nobody filled in are left out, half filled ones are not', () => {
  const row = { key: 'x', labels: {}, href: '' };
  const saved = settingsOf(
    {
      ...draft,
      menu: [row, ...draft.menu, { ...row, labels: { ko: ' ' } }, { ...row, href: '/a/' }],
      macros: [
        { key: 'y', name: ' ', body: '' },
        { key: 'z', name: ' \\E ', body: '' },
      ],
    },
    settings,
  );
  expect(saved.menu.map(({ href }) => href)).toEqual(['/about/', '/a/']);
  expect(saved.macros).toEqual({ '\\E': '' });
});

test.each([
  ['12', 12],
  [' 7 ', 7],
  ['', 0],
  ['1.5', 0],
  ['-3', 0],
  ['ten', 0],
])('%j posts a page is %d; 0 is refused by the server', (typed, number) => {
  expect(settingsOf({ ...draft, postsPerPage: typed }, settings).postsPerPage).toBe(number);
});

test('an emptied copyright line is none', () => {
  expect(settingsOf({ ...draft, copyright: '  ' }, settings).copyright).toBeNull();
});

test('the default language cannot be lost', () => {
  expect(settingsOf({ ...draft, languages: ['en'] }, settings).languages).toEqual(['ko', 'en']);
});
