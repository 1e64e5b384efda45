import { describe, expect, it } from 'vitest';
import { elements, kinds, page, render } from './testing';
import type { ResolvedImage } from './types';

const wide: ResolvedImage = {
  src: '/media/aa.png',
  width: 1600,
  height: 800,
  variants: [
    { src: '/media/aa-640.webp', width: 640 },
    { src: '/media/aa-1280.webp', width: 1280 },
  ],
};
const small: ResolvedImage = { src: '/media/bb.png', width: 300, height: 100, variants: [] };
const images = new Map([
  ['/assets/img/wide.png', wide],
  ['그림 하나.png', small],
  ['https://other.example/kept.png', small],
]);
const draw = (source: string) => page(source, { images });

describe('images of the site', () => {
  it('have their size, their variants, and a link to the whole', () => {
    expect(draw('![도식](/assets/img/wide.png) 옆의 글')).toBe(
      '<p><a href="/media/aa.png" class="enlarge" data-enlarge="" aria-label="도식"><img src="/media/aa.png" srcset="/media/aa-640.webp 640w, /media/aa-1280.webp 1280w, /media/aa.png 1600w" sizes="(min-width: 48rem) 44rem, 100vw" alt="도식" width="1600" height="800" decoding="async"></a> 옆의 글</p>',
    );
  });

  it('wait when they are not the first', () => {
    const found = elements(draw('![a](/assets/img/wide.png)\n\n![b](/assets/img/wide.png)')).filter(
      (node) => node.tagName === 'img',
    );
    expect(found.map((node) => node.properties.loading)).toEqual([undefined, 'lazy']);
  });

  it('are found by their decoded, composed name', () => {
    const { problems, imageAddresses, leadImage } = render(
      `![x](<${'그림 하나.png'.normalize('NFD')}>) ![y](${encodeURI('그림 하나.png')})`,
      { images },
    );
    expect(problems).toEqual([]);
    expect(imageAddresses).toEqual(['그림 하나.png']);
    expect(leadImage).toEqual({ src: '/media/bb.png', width: 300, height: 100, alt: 'x' });
  });

  it('may once have been elsewhere', () => {
    expect(draw('![x](https://other.example/kept.png)')).toContain('src="/media/bb.png"');
  });

  it.each([
    ['<img src="/assets/img/wide.png" alt="a" style="zoom:30%">', 480, 240],
    ['<img src="/assets/img/wide.png" alt="a" style="zoom:0.5;">', 800, 400],
    ['<img src="/assets/img/wide.png" alt="a" width="400">', 400, 200],
    ['<img src="/assets/img/wide.png" alt="a" style="width: 400px">', 400, 200],
    ['<img src="/assets/img/wide.png" alt="a" height="100">', 200, 100],
    ['<img src="/assets/img/wide.png" alt="a" style="zoom:100%; display:block">', 1600, 800],
  ])('take the size that they are given: %s', (source, width, height) => {
    const img = elements(draw(source)).find((node) => node.tagName === 'img');
    expect(img?.properties).toMatchObject({ width, height });
    expect(img?.properties.style).toBeUndefined();
  });

  it('take part of the width', () => {
    expect(draw('<img src="/assets/img/wide.png" alt="a" width="50%">')).toContain('style="width:50%"');
  });

  it('inside a link lead where the link leads', () => {
    expect(draw('[![x](/assets/img/wide.png)](/a/)')).toMatch(/^<p><a href="\/a\/"><img [^>]*><\/a><\/p>$/);
  });

  it('without words for those who do not see them are reported', () => {
    expect(kinds(render('글\n\n![](/assets/img/wide.png)', { images }).problems)).toEqual([
      '3 image-without-alt /assets/img/wide.png',
    ]);
  });
});

describe('figures', () => {
  it.each([
    ['a title', '![a](/assets/img/wide.png "그림 **1**")', '그림 **1**'],
    ['an emphasised line below', '![a](/assets/img/wide.png)\n*그림 $x$*', '그림 ⟦x⟧'],
    [
      'a centred line below',
      '![a](/assets/img/wide.png)\n\n<center><p><i>Taken from X</i></p></center>',
      '<i>Taken from X</i>',
    ],
  ])('have %s as caption', (_, source, caption) => {
    expect(draw(source)).toMatch(
      new RegExp(
        `^<figure><a [^>]*><img [^>]*></a><figcaption>${caption.replace(/[*⟦⟧]/g, '.')}</figcaption></figure>$`,
      ),
    );
  });

  it('are not made of images in a sentence or without a caption', () => {
    expect(draw('글 ![a](/assets/img/wide.png "t") 글')).not.toContain('<figure>');
    expect(draw('![a](/assets/img/wide.png)')).not.toContain('<figure>');
    expect(draw('![a](/assets/img/wide.png)\n\n<center>\n\n## 제목\n\n</center>')).not.toContain('<figure>');
  });

  it('hold what stands for a missing image too', () => {
    expect(draw('![a](/none.png "t")')).toContain('<figcaption>t</figcaption>');
  });
});

describe('images that are not there', () => {
  it('are shown as missing and ask nobody', () => {
    const { html, problems } = render('글\n\n![도식](/none.png)', { images });
    expect(html).toContain(
      '<span class="image-missing" role="img" aria-label="그림 없음: 도식"><span class="image-missing-label">그림 없음</span> <span class="image-missing-alt">도식</span></span>',
    );
    expect(html).not.toContain('<img');
    expect(kinds(problems)).toEqual(['3 image-missing /none.png']);
  });

  it('because they are elsewhere become links', () => {
    const { html, problems } = render('![표지](https://www.other.example/c.png)', { images });
    expect(html).toContain(
      '<a href="https://www.other.example/c.png" rel="noopener" class="card image-elsewhere"><span class="card-label">다른 사이트의 그림</span> <span class="card-title">표지</span></a>',
    );
    expect(html).not.toContain('<img');
    expect(kinds(problems)).toEqual(['1 image-foreign https://www.other.example/c.png']);
  });

  it.each([
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    '//evil.example/x.png',
    'file:///etc/passwd',
    'blob:x',
  ])('and will not be: %s', (address) => {
    const { html } = render(`![x](${address})\n\n<img src="${address}" srcset="${address} 2x">`);
    expect(html).not.toMatch(/<img|src=|srcset/);
  });
});

describe('videos', () => {
  it('play from the media of the site', () => {
    expect(page('<video src="/media/a1.mp4" width="320" autoplay muted></video>')).toContain(
      '<video src="/media/a1.mp4" controls preload="metadata" playsinline width="320" muted><a href="/media/a1.mp4">동영상</a></video>',
    );
    expect(page('<video><source src="/media/b.webm" type="video/webm"></video>')).toContain(
      'src="/media/b.webm"',
    );
  });

  it('elsewhere become links', () => {
    const html = page(
      '<video src="https://other.example/v.mp4" poster="https://other.example/p.png"></video>',
    );
    expect(html).toContain('<a href="https://other.example/v.mp4" rel="noopener" class="card">');
    expect(html).not.toMatch(/<video|poster/);
  });

  it.each(['/media/../api/x', '//evil.example/media/x.mp4', '/other/x.mp4'])('do not play %s', (src) => {
    expect(page(`<video src="${src}"></video>`)).not.toContain('<video');
  });
});
