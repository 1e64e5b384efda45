import { describe, expect, test } from 'vitest';
import { imageAt, imagesIn, writeImage } from './syntax';

const facts = { src: '/media/a.png', alt: '', caption: '', width: '', rest: '' };

describe('an image is written', () => {
  test.each([
    ['with nothing else', {}, '![](/media/a.png)'],
    ['with words', { alt: '도식 [1] $x$' }, '![도식 \\[1\\] \\$x\\$](/media/a.png)'],
    ['with a caption', { alt: 'a', caption: '그림 "1"' }, '![a](/media/a.png "그림 \\"1\\"")'],
    ['with a formula below', { alt: 'a', caption: '그림 $x$' }, '![a](/media/a.png)\n*그림 $x$*'],
    ['with emphasis below', { alt: 'a', caption: '*x*' }, '![a](/media/a.png)\n_*x*_'],
    [
      'with a width',
      { alt: 'a "b" & c', width: '50%' },
      '<img src="/media/a.png" alt="a &quot;b&quot; &amp; c" width="50%">',
    ],
    [
      'with width and caption',
      { alt: 'a', width: '50%', caption: 'x < y' },
      '<figure>\n<img src="/media/a.png" alt="a" width="50%">\n<figcaption>\n\nx < y\n\n</figcaption>\n</figure>',
    ],
    [
      'with width and plain caption',
      { alt: 'a', width: '50%', caption: 'x' },
      '<figure><img src="/media/a.png" alt="a" width="50%"><figcaption>x</figcaption></figure>',
    ],
  ])('%s', (_, given, text) => {
    expect(writeImage({ ...facts, ...given })).toBe(text);
  });

  test.each([
    {},
    { alt: '도식 [1] $x$ *y* \\ `z`' },
    { alt: 'a', caption: '그림 "1" \\ 끝' },
    { alt: 'a', caption: '그림 $x$' },
    { alt: 'a', caption: '*x* 끝' },
    { alt: 'a "b" & <c>', width: '50%' },
    { alt: 'a', width: '320px', caption: 'x' },
    { alt: 'a', width: '50%', caption: '그림 $x$ **b**' },
    { alt: 'a', rest: 'style="zoom:30%"' },
  ])('and read back as the same: %o', (given) => {
    for (const [before, after] of [
      ['', ''],
      ['글\n\n', '\n\n글'],
    ] as const) {
      const image = imagesIn(`${before}${writeImage({ ...facts, ...given })}${after}`)[0];
      expect(image).toMatchObject({ ...facts, ...given, isAlone: true, from: before.length });
    }
  });
});

describe('images are found', () => {
  test('where they are, with what is around them', () => {
    const text =
      '글 ![a](/a.png "t") 글\n\n![b](</b c.png>)\n*캡션*\n\n<img alt=x src=/c.png style="zoom:30%">';
    expect(imagesIn(text)).toMatchObject([
      { src: '/a.png', caption: 't', isAlone: false },
      { src: '/b c.png', alt: 'b', caption: '캡션', isAlone: true },
      { src: '/c.png', alt: 'x', rest: 'style="zoom:30%"', isAlone: true },
    ]);
  });

  test('by the caret in them, or by their line', () => {
    const text = '앞 ![a](/a.png) 뒤 ![b](/b.png)\n\n글 ![c](/c.png) 글\n\n글';
    expect(imageAt(text, text.indexOf('/b.png'))?.src).toBe('/b.png');
    expect(imageAt(text, 0)).toBeNull();
    expect(imageAt(text, text.indexOf('글'))?.src).toBe('/c.png');
    expect(imageAt(text, text.length)).toBeNull();
  });

  test('in time that grows with the text', () => {
    const begun = performance.now();
    for (const text of ['![', '![](', '![a](<', '<img ', '<figure><img><figcaption>', '\\![', '![a](((']) {
      imagesIn(text.repeat(20_000));
    }
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
