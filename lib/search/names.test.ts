import { describe, expect, test } from 'vitest';
import { matchName, nameWords } from './names';

const marksOf = (name: string, question: string): string[] | null =>
  matchName(name, nameWords(question))?.marks.map(([from, to]) => name.slice(from, to)) ?? null;

describe('a name is found', () => {
  test.each([
    ['확산모델 정리', '확산', ['확산']],
    ['확산모델 정리', '확산모', ['확산모']],
    ['확산모델 정리', '확산모ㄷ', ['확산모델']],
    ['확산모델 정리', '확산몯', ['확산모델']],
    ['확산모델 정리', '확산모데', ['확산모델']],
    ['확산모델 정리', 'ㅎㅅㅁㄷ', ['확산모델']],
    ['확산모델 정리', 'ㅎㅅㅁ', ['확산모']],
    ['확산모델 정리', '확산ㅁㄷ', ['확산모델']],
    ['확산모델 정리', 'ㅎ산ㅁ', ['확산모']],
    ['자연 어 처리의 역사', '자연어처리', ['자연 어 처리']],
    ['자연어처리의 역사', '자연 어 처리', ['자연어처리']],
    ['과제', '고', ['과']],
    ['값싼 추론', '갑', ['값']],
    ['값싼 추론', '값ㅆ', ['값싼']],
    ['없어도 되는 층', 'ㅇㅇㄷ', ['없어도']],
    ['감성 분석', 'ㄳ', ['감성']],
    ['GAN을 다시 읽다', 'gan', ['GAN']],
    ['GAN을 다시 읽다', 'gan을', ['GAN을']],
    ['GAN을 다시 읽다', 'ganㅇ', ['GAN을']],
    ['GAN을 다시 읽다', '다시 gan', ['GAN', '다시']],
    ['self-supervised 학습', 'self sup', ['self', 'sup']],
    ['Modern C++ templates', 'c++', ['C++']],
    ['Ünïcode', 'uni', ['Ünï']],
    ['언어모델', '모델', ['모델']],
  ])('%s by %s', (name, question, marks) => expect(marksOf(name, question)).toEqual(marks));
});

describe('a name is not found', () => {
  test.each([
    ['확산모델', '확산물'],
    ['강아지', '앙'],
    ['모델', 'ㅎㅅ'],
    ['목록', '모델'],
    ['확산모델', ''],
    ['확산모델', '%'],
    ['확산모델', '🙂'],
    ['확산모델', '\u0000'],
    ['확산모델', '\ud800'],
    ['확산모델', 'ㅏ'],
  ])('%s by %s', (name, question) => expect(marksOf(name, question)).toBeNull());
});

test('the beginning of a name is better than that of a word, and that better than the middle', () => {
  const qualities = ['확산', '확산모델', '빠른 확산', '초확산'].map(
    (name) => matchName(name, nameWords('확산'))?.quality,
  );
  expect(qualities).toEqual([4, 3, 2, 1]);
});
