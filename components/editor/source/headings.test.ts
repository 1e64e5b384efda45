import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { articleElement } from '@/lib/markdown/preview';
import { countsOf } from './counts';
import { outlineOf } from './headings';

function outline(source: string): string[] {
  return outlineOf(Text.of(source.split('\n'))).map(({ level, text, line }) => `${level} ${line} ${text}`);
}

describe('the outline', () => {
  it.each<[string, string[]]>([
    ['# 하나\n\n## 둘 ##\n\n#셋\n', ['1 1 하나', '2 3 둘']],
    ['제목\n===\n\n부제\n---\n\n글\n\n---', ['1 1 제목', '2 4 부제']],
    ['```\n# 코드\n```\n# 글', ['1 4 글']],
    ['````\n```\n# 코드\n````\n~~~\n# 코드\n~~~\n# 글', ['1 8 글']],
    ['$$\nx\n# y\n$$\n# 글', ['1 5 글']],
    ['<!--\n# 주석\n-->\n# 글', ['1 4 글']],
    ['## **굵은** [링크](https://a.b/c) $x_1$ `a_b`', ['2 1 굵은 링크 x_1 a_b']],
    ['- a\n---\n\n| a |\n| - |', []],
    ['## \n####### 일곱', ['2 1 ']],
  ])('%j', (source, entries) => {
    expect(outline(source)).toEqual(entries);
  });

  it('has the ids of the page', () => {
    const source =
      '# 제안 방법\n\n## Self-Attention(자기 주의)\n\n## 제안 방법\n\n### **굵은** $x_1$ 값\n\n부제\n---\n';
    const page = articleElement(source, { language: 'ko', origin: 'https://example.org' });
    expect(outlineOf(Text.of(source.split('\n'))).map(({ id }) => id)).toEqual(
      page.outline.map(({ id }) => id),
    );
  });
});

describe('counts', () => {
  it.each([
    '확산 모델은 **데이터(data)**에 잡음을 넣는다. $x_t$를 본다.\n\n- 하나\n- 둘\n\n```python\nx = 1\n```',
    'The model [reads](https://example.org/a) words, and `code` too.\n\n$$\nx\n$$\n\n![그림](/a.png)',
  ])('are near those of the page: %j', (source) => {
    const page = articleElement(source, { language: 'ko', origin: 'https://example.org' });
    const own = countsOf(source);
    expect(Math.abs(own.words - page.words)).toBeLessThanOrEqual(3);
    expect(own.minutes).toBe(page.minutes);
  });
});
