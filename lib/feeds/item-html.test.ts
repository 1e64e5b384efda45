import { describe, expect, it } from 'vitest';
import { feedLine, itemHtml } from './item-html';

const post = { url: 'https://blog.example/ai/2022-09/a/', origin: 'https://blog.example' };
const lora = {
  title: 'LoRA <low>',
  authors: ['Edward Hu', 'Yelong Shen'],
  year: 2021,
  url: 'https://doi.org/10.1/a',
  doi: '10.1/a',
};
const gpt = { title: 'GPT', authors: [], year: null, url: 'https://arxiv.org/abs/1', doi: null };

describe('the closing line', () => {
  it.each([
    ['', ''],
    ['CC BY 4.0', 'CC BY 4.0'],
    ['[CC BY](https://cc.example/by/4.0)', '<a href="https://cc.example/by/4.0">CC BY</a>'],
    ['[댓글]({url}#comments), 글', `<a href="${post.url}#comments">댓글</a>, 글`],
    ['[소개](/about/) {url}', `<a href="https://blog.example/about/">소개</a> ${post.url}`],
    ['[위키](https://w.example/a_(b))', '<a href="https://w.example/a_(b)">위키</a>'],
    ['[편지](mailto:a@b.example)', '<a href="mailto:a@b.example">편지</a>'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['[x](//evil.example)', '[x](//evil.example)'],
    ['[x](data:text/html,x)', '[x](data:text/html,x)'],
    ['[<b>](https://a.example/"onx=")', '<a href="https://a.example/%22onx=%22">&lt;b&gt;</a>'],
  ])('%s', (text, html) => {
    expect(feedLine(text, post)).toBe(html);
  });
});

describe('an item', () => {
  const base = { ...post, language: 'ko', papers: [], line: {} };

  it('is the post as it is where nothing is to be added', () => {
    expect(itemHtml({ ...base, html: '<p>글</p>' })).toBe('<p>글</p>');
  });

  it('is a summary that leads to the rest', () => {
    expect(itemHtml({ ...base, summary: 'a < b' })).toBe(
      `<p>a &lt; b</p><p><a href="${post.url}">이어서 읽기</a></p>`,
    );
  });

  it('names the papers and ends with the line of its language', () => {
    const line = { ko: '한글', en: 'English' };
    expect(itemHtml({ ...base, html: '<p>글</p>', papers: [lora], line })).toBe(
      '<p>글</p>\n<p>다룬 논문: <a href="https://doi.org/10.1/a">LoRA &lt;low&gt;</a> (Edward Hu et al., 2021)</p>\n<p>한글</p>',
    );
    expect(itemHtml({ ...base, language: 'en', html: '<p>x</p>', papers: [lora, gpt], line })).toBe(
      '<p>x</p>\n<p>Papers</p><ul><li><a href="https://doi.org/10.1/a">LoRA &lt;low&gt;</a> (Edward Hu et al., 2021)</li><li><a href="https://arxiv.org/abs/1">GPT</a></li></ul>\n<p>English</p>',
    );
  });
});
