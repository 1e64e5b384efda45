import { describe, expect, it } from 'vitest';
import en from '../../messages/transfer.en.json';
import ko from '../../messages/transfer.ko.json';
import { failureSentence, importFailures, noticeCodes, noticeSentence } from './index';

/** Names of the parameters of a message; the messages have no quoted braces. */
function parameters(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name = '']) => name))].sort();
}

describe('the sentences of an import', () => {
  it('are there for every code in both languages, and no others', () => {
    for (const { notice, failure } of [ko, en]) {
      expect(Object.keys(notice).sort()).toEqual([...noticeCodes].sort());
      expect(Object.keys(failure).sort()).toEqual([...importFailures].sort());
    }
  });

  it('take the same parameters in both languages', () => {
    for (const code of noticeCodes)
      expect([code, parameters(ko.notice[code])]).toEqual([code, parameters(en.notice[code])]);
    for (const code of importFailures) {
      expect([code, parameters(ko.failure[code])]).toEqual([code, parameters(en.failure[code])]);
    }
  });

  it('read as they should', () => {
    expect(noticeSentence({ code: 'title-cut', values: { length: 5000 } }, 'ko')).toBe(
      '제목이 5,000자라서 300자로 줄였습니다. 전체 제목은 본문 맨 앞에 두었습니다.',
    );
    expect(noticeSentence({ code: 'feed-characters', values: { count: 1 } }, 'en')).toBe(
      'Left out 1 character that XML does not allow.',
    );
    expect(noticeSentence({ code: 'date-missing', values: { date: '' } }, 'ko')).toBe(
      '날짜가 없어 초안으로 가져왔습니다.',
    );
    expect(noticeSentence({ code: 'date-missing', values: { date: '2022-09-01' } }, 'en')).toBe(
      'No date; imported with this one: 2022-09-01',
    );
    expect(noticeSentence({ code: 'image-missing', values: { address: '/a<b>{c}.png' } }, 'ko')).toBe(
      '그림 파일이 없습니다: /a<b>{c}.png',
    );
    expect(failureSentence({ code: 'feed-html', values: { source: 'x.html' } }, 'en')).toBe(
      'x.html: this is a web page, not a feed.',
    );
    expect(failureSentence({ code: 'feed-html', values: { source: 'x', feed: '/f.xml' } }, 'ko')).toBe(
      'x: 피드가 아니라 웹 페이지입니다. 이 페이지의 피드 주소: /f.xml',
    );
    expect(failureSentence({ code: 'feed-too-large', values: { source: 'x', limitMb: 64 } }, 'ko')).toBe(
      'x: 피드가 너무 큽니다. 최대 64MB까지 읽을 수 있습니다.',
    );
  });
});
