import { describe, expect, it } from 'vitest';
import { DocumentError, toDocument } from './document';

const shell = (head: string, body: string): string =>
  `<!DOCTYPE html><html lang="ko"><head>${head}</head><body>${body}</body></html>`;

describe('what the framework put there goes', () => {
  it.each([
    ['its chunks', '<script src="/_next/static/chunks/a.js" async=""></script>'],
    ['its chunks for old browsers', '<script src="/_next/static/chunks/a.js" noModule=""></script>'],
    ['its inline data', '<script>self.__next_f.push([1,"<p>text</p><!-- \\u003c/script>"])</script>'],
    ['its start', '<script id="_R_">(globalThis["T"] || []).push({})</script>'],
    ['hints to load scripts', '<link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/>'],
    ['hints to load modules', '<link rel="modulepreload" href="/_next/a.js"/>'],
    ['waiting for its scripts', '<link rel="expect" href="#_R_" blocking="render"/>'],
    ['its font marker', '<meta name="next-size-adjust" content=""/>'],
    ['comments', '<!-- --><!--$--><!--/$-->'],
    ['the empty place of metadata', '<div hidden=""><!--$--><!--/$--></div>'],
    ['scripts of others', '<script src="https://evil.example/reading.js"></script>'],
    ['scripts of others without a scheme', '<script src="//evil.example/reading.js"></script>'],
    ['scripts with odd spelling', "<SCRIPT\n type=module SRC='/x.js' ></SCRIPT >"],
    ['a script that closes oddly', '<script>1</scriptx></script\n>'],
    ['inline modules', '<script type="module">import "/reading.js"</script>'],
    ['of two addresses the first counts', '<script src="/x.js" src="/reading.js"></script>'],
  ])('%s', (_, piece) => {
    expect(toDocument(shell(piece, `<p>a</p>${piece}<p>b</p>`))).toBe(shell('', '<p>a</p><p>b</p>'));
  });
});

describe('what readers need stays, byte for byte', () => {
  it.each([
    ['our script', '<script src="/reading.js" type="module"></script>'],
    ['our script with its version', '<script src="/reading.js?v=abc" type="module"></script>'],
    ['a hint to load it', '<link rel="modulepreload" href="/reading.js?v=abc"/>'],
    ['structured data', '<script type="application/ld+json">{"name":"a <!-- b"}</script>'],
    ['styles', '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/>'],
    ['fonts', '<link rel="preload" as="font" href="/_next/a.woff2" crossorigin=""/>'],
    ['feeds', '<link rel="alternate" type="application/rss+xml" href="https://x.example/index.xml"/>'],
    ['a title that looks like a script', '<title>How <script>self.__next_f</script> works</title>'],
    ['style sheets in the page', '<style>a::before{content:"<script>"}</style>'],
    ['escaped code', '<pre><code>&lt;script&gt;self.__next_f.push()&lt;/script&gt;</code></pre>'],
    ['attributes', '<a title="<script src=/_next/x.js></script>" href="/x/">x</a>'],
    ['attributes in single quotes', "<a title='<!-- > <script>'>x</a>"],
    ['comparisons', '<p>a < b, 1 <2, <= and <3</p>'],
    ['text areas', '<textarea><!-- <script> --></textarea>'],
    ['elements that are only called alike', '<scripted-thing src="/x.js">y</scripted-thing>'],
    ['hidden parts with something in them', '<div hidden=""><p>answer</p></div>'],
    ['Hangul and emoji', '<p>가각 \u{1f600} e\u0301</p>'],
  ])('%s', (_, piece) => {
    const page = shell(piece, `<p>a</p>${piece}`);
    expect(toDocument(page)).toBe(page);
    expect(toDocument(shell(`<script>1</script>${piece}`, piece))).toBe(shell(piece, piece));
  });
});

describe('what is no document', () => {
  it.each([
    ['a part to come', '<!--$?--><template id="B:0"></template><p>wait</p><!--/$-->'],
    ['a part that came', '<template id="B:0"></template><div hidden id="S:0">late</div>'],
    ['a script without an end', '<script>1'],
    ['a tag without an end', '<p class="'],
    ['a comment without an end', '<!-- x'],
  ])('%s', (_, piece) =>
    expect(() => toDocument(`<!DOCTYPE html><html><body>${piece}`)).toThrow(DocumentError),
  );
});
