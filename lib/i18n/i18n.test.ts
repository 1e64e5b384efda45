import { describe, expect, test } from 'vitest';
import {
  collator,
  formatMonth,
  formatNumber,
  formatRelative,
  formats,
  i18nFor,
  indexInitial,
  josa,
  languageName,
  localizePath,
  splitLocale,
  translator,
} from './index';

describe('particles', () => {
  test.each([
    // Hangul: without, with, and with ㄹ at the end.
    ['점수', '는', '가', '를', '와', '로'],
    ['논문', '은', '이', '을', '과', '으로'],
    ['확산모델', '은', '이', '을', '과', '로'],
    // Jamo by their names.
    ['ㄱ', '은', '이', '을', '과', '으로'],
    ['ㄹ', '은', '이', '을', '과', '로'],
    ['ㅏ', '는', '가', '를', '와', '로'],
    // Abbreviations by the names of their letters.
    ['GAN', '은', '이', '을', '과', '으로'],
    ['VAE', '는', '가', '를', '와', '로'],
    ['URL', '은', '이', '을', '과', '로'],
    ['VLM', '은', '이', '을', '과', '으로'],
    ['GPT-4', '는', '가', '를', '와', '로'],
    // English words as they are transcribed.
    ['attention', '은', '이', '을', '과', '으로'],
    ['transformer', '는', '가', '를', '와', '로'],
    ['model', '은', '이', '을', '과', '로'],
    ['dataset', '은', '이', '을', '과', '으로'],
    ['code', '는', '가', '를', '와', '로'],
    ['pipeline', '은', '이', '을', '과', '으로'],
    ['block', '은', '이', '을', '과', '으로'],
    // Numbers.
    ['10', '은', '이', '을', '과', '으로'],
    ['2022', '는', '가', '를', '와', '로'],
    ['ResNet-18', '은', '이', '을', '과', '로'],
    ['1000000000000', '는', '가', '를', '와', '로'],
    ['3.5%', '는', '가', '를', '와', '로'],
    // What is in brackets is not read with the word; closing quotes are passed over.
    ['강조(emphasis)', '는', '가', '를', '와', '로'],
    ['변분 추론 (VI)', '은', '이', '을', '과', '으로'],
    ['(논문)', '은', '이', '을', '과', '으로'],
    ['「값」', '은', '이', '을', '과', '으로'],
    ['“인용”', '은', '이', '을', '과', '으로'],
    ['정말?', '은', '이', '을', '과', '로'],
    // Decomposed Hangul, as file names from a Mac have it.
    ['논문'.normalize('NFD'), '은', '이', '을', '과', '으로'],
    // What cannot be told gets both.
    ['😀', '은(는)', '이(가)', '을(를)', '과(와)', '(으)로'],
    ['', '은(는)', '이(가)', '을(를)', '과(와)', '(으)로'],
  ])('%s', (word, ...expected) => {
    expect(['은/는', '이/가', '을/를', '과/와', '으로/로'].map((pair) => josa(word, pair))).toEqual(expected);
  });

  test('messages choose them by the value that stands before', () => {
    const t = translator('ko');
    expect(t('post.readIn', { language: '한국어' })).toBe('한국어로 읽기');
    expect(t('post.readIn', { language: 'Latin' })).toBe('Latin으로 읽기');
  });

  test('brackets in a value stay as they are', () => {
    expect(translator('ko')('post.profile', { name: '조사 [을/를] 고르기 [1]' })).toBe(
      '조사 [을/를] 고르기 [1] 님 소개',
    );
  });
});

describe('messages', () => {
  test('plurals follow the language', () => {
    expect(translator('en')('list.count', { count: 1 })).toBe('1 post');
    expect(translator('en')('list.count', { count: 2100 })).toBe('2,100 posts');
    expect(translator('ko')('list.count', { count: 1 })).toBe('글 1편');
  });

  test('a language without messages gets the default one', () => {
    expect(translator('ja')('post.contents')).toBe(translator('ko')('post.contents'));
  });
});

describe('dates', () => {
  const evening = new Date('2022-09-22T20:00:00Z');

  test('are written as each language writes them, by the time zone of the site', () => {
    expect(i18nFor('ko', 'Asia/Seoul').format.date(evening)).toBe('2022년 9월 23일 (금)');
    expect(i18nFor('en', 'Asia/Seoul').format.date(evening)).toBe('Friday, September 23, 2022');
    expect(i18nFor('en', 'America/New_York').format.date(evening)).toBe('Thursday, September 22, 2022');
    expect(formats('ko', 'Asia/Seoul').shortDate(evening)).toBe('2022. 09. 23.');
    expect(formats('en', 'Asia/Seoul').shortDate(evening)).toBe('Sep 23, 2022');
  });

  test('months', () => {
    expect(formatMonth('2022-09', 'ko')).toBe('2022년 9월');
    expect(formatMonth('2022-12', 'en')).toBe('December 2022');
    expect(formats('en', 'Pacific/Kiritimati').monthName('2022-01')).toBe('January');
    expect(formats('ko', 'Pacific/Pago_Pago').year('2022')).toBe('2022년');
  });

  test('relative times and numbers', () => {
    const now = new Date('2022-09-26T03:00:00Z');
    expect(formatRelative(evening, now, 'ko')).toBe('3일 전');
    expect(formatRelative(evening, now, 'en')).toBe('3 days ago');
    expect(formatRelative(now, new Date(now.getTime() - 90 * 60_000), 'en')).toBe('in 1 hour');
    expect(formatNumber(1234567, 'ko')).toBe('1,234,567');
  });

  test('a time zone that does not exist is refused', () => {
    expect(() => formats('ko', 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('addresses', () => {
  test('the default language has no prefix', () => {
    expect(localizePath('/ai/', 'ko')).toBe('/ai/');
    expect(localizePath('/', 'en')).toBe('/en/');
    expect(localizePath('https://example.org/', 'en')).toBe('https://example.org/');
    expect(localizePath('//example.org/', 'en')).toBe('//example.org/');
  });

  test.each([
    ['/', 'ko', '/'],
    ['/ai/', 'ko', '/ai/'],
    ['/en', 'en', '/'],
    ['/en/', 'en', '/'],
    ['/en/ai/page/2/', 'en', '/ai/page/2/'],
    ['/english/', 'ko', '/english/'],
    ['/ko/ai/', 'ko', '/ko/ai/'],
    ['', 'ko', '/'],
  ])('%s', (pathname, locale, path) => {
    expect(splitLocale(pathname)).toEqual({ locale, path });
  });
});

describe('order', () => {
  test('follows the language, digits by value', () => {
    const names = ['점수', 'GAN', '강화 학습', 'b10', 'b9'];
    expect([...names].sort(collator('ko').compare)).toEqual(['강화 학습', '점수', 'b9', 'b10', 'GAN']);
    expect([...names].sort(collator('en').compare)).toEqual(['b9', 'b10', 'GAN', '강화 학습', '점수']);
  });

  test.each([
    ['확산', 'ㅎ'],
    ['까다로운', 'ㄱ'],
    ['attention', 'A'],
    ['Émile', 'E'],
    ['3D', '0–9'],
    ['C++', 'C'],
    ['∇', '#'],
    ['', '#'],
  ])('%s is filed under %s', (word, initial) => {
    expect(indexInitial(word)).toBe(initial);
  });

  test('languages are called by their own names', () => {
    expect([languageName('ko'), languageName('en'), languageName('en', 'ko')]).toEqual([
      '한국어',
      'English',
      '영어',
    ]);
  });
});
