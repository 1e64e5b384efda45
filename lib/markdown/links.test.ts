import { describe, expect, it } from 'vitest';
import { kinds, page, render } from './testing';

describe('links', () => {
  it.each([
    ['[a](https://other.example/)', '<a href="https://other.example/" rel="noopener">a</a>'],
    ['[a](http://other.example/)', '<a href="http://other.example/" rel="noopener">a</a>'],
    ['[a](https://blog.example/x/)', '<a href="https://blog.example/x/">a</a>'],
    ['[a](/ai/)', '<a href="/ai/">a</a>'],
    ['[a](../b/?q=1#c)', '<a href="../b/?q=1#c">a</a>'],
    ['[a](#요약)', '<a href="#%EC%9A%94%EC%95%BD">a</a>'],
    ['[a](mailto:a@b.example)', '<a href="mailto:a@b.example">a</a>'],
    ['<a href="/x/" target="_blank" rel="opener">a</a>', '<a href="/x/">a</a>'],
  ])('%s', (source, expected) => {
    expect(page(source)).toBe(`<p>${expected}</p>`);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    '&#106;avascript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'ftp://a.example/',
    'irc://a.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example/',
    'https:evil',
    'blob:https://a.example/x',
    'x:y',
  ])('%s loses its address', (address) => {
    // Markdown percent-encodes a backslash, which makes it part of a path of this site.
    const markdown = address.includes('\\') ? [] : [`[a](<${address.replace(/[<>]/g, '\\$&')}>)`];
    for (const source of [...markdown, `<a href="${address}">a</a>`]) {
      const { html, problems } = render(source);
      expect(html).toBe('<p><a>a</a></p>');
      expect(kinds(problems)).toEqual([expect.stringMatching(/^1 link-unsafe /)]);
    }
  });
});

it('links within a post follow its ids when they are prefixed', () => {
  const { html } = render('## 요약\n\n[a](#요약) [b](#elsewhere)', { idPrefix: 'p1-' });
  expect(html).toContain('<h2 id="p1-요약">');
  expect(html).toContain('<a href="#p1-요약">a</a> <a href="#elsewhere">b</a>');
});

describe('links to videos and tweets alone on a line', () => {
  it.each([
    ['https://youtu.be/abc', 'YouTube', 'https://youtu.be/abc'],
    ['[강연](https://www.youtube.com/watch?v=abc)', 'YouTube', '강연'],
    ['https://vimeo.com/1', 'Vimeo', 'https://vimeo.com/1'],
    ['https://x.com/a/status/1', 'X', 'https://x.com/a/status/1'],
    ['https://twitter.com/a/status/1', 'X', 'https://twitter.com/a/status/1'],
  ])('become a card: %s', (source, service, title) => {
    const html = page(source);
    expect(html).toMatch(/^<p class="card"><a href="https:/);
    expect(html).toContain(
      `<span class="card-label">${service}</span> <span class="card-title">${title}</span>`,
    );
  });

  it('are plain links in a sentence, a list, or elsewhere', () => {
    expect(page('보기: https://youtu.be/abc')).not.toContain('card');
    expect(page('- https://youtu.be/abc')).not.toContain('card');
    expect(page('https://notyoutube.com/abc')).not.toContain('card');
    expect(page('https://youtube.com.evil.example/')).not.toContain('card');
  });
});
