import { describe, expect, it } from 'vitest';
import { page, render } from './testing';

describe('emphasis before a particle', () => {
  it.each([
    ['**강조(emphasis)**를', '<strong>강조(emphasis)</strong>를'],
    ['**"인용"**은', '<strong>“인용”</strong>은'],
    ['**`code`**를', '<strong><code>code</code></strong>를'],
    ['*기울임(x)*이', '<em>기울임(x)</em>이'],
    ['~~지움(x)~~이', '<del>지움(x)</del>이'],
    ['**[링크](/a/)**로', '<strong><a href="/a/">링크</a></strong>로'],
  ])('%s', (source, expected) => {
    expect(page(source)).toBe(`<p>${expected}</p>`);
  });

  it('takes no single tilde of a range for a deletion', () => {
    expect(page('1~2시간, 3~4시간')).toBe('<p>1~2시간, 3~4시간</p>');
  });
});

describe('line ends in a paragraph', () => {
  it.each([
    ['우리는 모델을\n학습한다', '우리는 모델을\n학습한다'],
    ['**GAN**\n을 쓴다', '<strong>GAN</strong>을 쓴다'],
    ['모델\n은 좋다', '모델은 좋다'],
    ['$x$\n를 쓴다', '⟦x⟧를 쓴다'],
    ['이 모델\n이 논문', '이 모델\n이 논문'],
    ['日本語の\n文章', '日本語の文章'],
    ['plain\nenglish', 'plain\nenglish'],
    ['줄 끝\\\n다음', '줄 끝<br>\n다음'],
  ])('%j', (source, expected) => {
    expect(page(source)).toBe(`<p>${expected}</p>`);
  });
});

it('reads decomposed Hangul as composed', () => {
  const decomposed = '## 제목'.normalize('NFD');
  expect(render(decomposed).outline).toEqual([{ id: '제목', text: '제목', level: 2 }]);
});
