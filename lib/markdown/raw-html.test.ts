import { describe, expect, it } from 'vitest';
import { kinds, page, render } from './testing';

describe('raw HTML that stays', () => {
  it.each([
    ['<center><p><i>Taken from</i></p></center>', '<center><p><i>Taken from</i></p></center>'],
    [
      '<mark>매주 1개씩</mark> x<sup>2</sup> y<sub>i</sub>',
      '<p><mark>매주 1개씩</mark> x<sup>2</sup> y<sub>i</sub></p>',
    ],
    [
      '<kbd>Ctrl</kbd> <abbr title="Artificial">AI</abbr><br>끝',
      '<p><kbd>Ctrl</kbd> <abbr title="Artificial">AI</abbr><br>끝</p>',
    ],
    ['<span lang="en" dir="ltr">x</span>', '<p><span lang="en" dir="ltr">x</span></p>'],
    ['<p align="center">가운데</p>', '<p align="center">가운데</p>'],
    ['<div style="text-align: center; color: red">x</div>', '<div style="text-align:center">x</div>'],
    ['<hr>', '<hr>'],
  ])('%s', (source, expected) => {
    expect(page(source)).toBe(expected);
  });

  it('holds Markdown between its blocks', () => {
    expect(
      page('<details open>\n<summary>더 보기</summary>\n\n- **목록**\n\n</details>\n\n뒤').replace(/\n/g, ''),
    ).toBe(
      '<details open><summary>더 보기</summary><ul><li><strong>목록</strong></li></ul></details><p>뒤</p>',
    );
  });

  it('is closed where its block ends', () => {
    expect(page('- <b>x\n- y\n\nz').replace(/\n/g, '')).toBe('<ul><li><b>x</b></li><li>y</li></ul><p>z</p>');
    expect(page('<div>\n\n글').replace(/\n/g, '')).toBe('<div><p>글</p></div>');
    expect(page('</div></p>글')).not.toContain('div');
  });
});

describe('raw HTML that goes', () => {
  it('leaves its text, and a report with the line', () => {
    const { html, problems } = render(
      '첫 줄\n\n<script>alert(1)</script>\n\n<p onclick="x()" class="y" id="z">글 <font color=red>빨강</font></p>\n\n<form><input value=1></form>끝',
    );
    expect(html).toContain('alert(1)');
    expect(html).toContain('<p>글 빨강</p>');
    expect(html).toContain('끝');
    expect(html).not.toMatch(/<script|onclick|class="y"|id="z"|<font|<form|<input/);
    expect(kinds(problems)).toEqual([
      '3 html-dropped <script>',
      '5 html-dropped <p onclick>',
      '5 html-dropped <p class>',
      '5 html-dropped <p id>',
      '5 html-dropped <font>',
      '7 html-dropped <form>',
      '7 html-dropped <input>',
    ]);
  });

  it('says which declarations of a style were dropped', () => {
    expect(
      kinds(render('<p style="text-align:center;position:fixed;width:expression(1)">x</p>').problems),
    ).toEqual(['1 html-dropped style="position:fixed; width:expression(1)"']);
  });

  it('says nothing of comments', () => {
    expect(render('a <!-- b --> c\n\n<!--\n\nd -->\n\ne').problems).toEqual([]);
    expect(page('a <!-- b --> c')).toBe('<p>a  c</p>');
  });

  it('knows the line inside a block of HTML', () => {
    expect(kinds(render('x\n\n<div>\n<p>\n<u>ok</u>\n<blink>no</blink>\n</div>').problems)).toEqual([
      '6 html-dropped <blink>',
    ]);
  });
});
