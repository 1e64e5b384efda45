import { describe, expect, it } from 'vitest';
import { findAddresses, replaceAddresses } from './markdown-addresses';

const named = (markdown: string) =>
  findAddresses(markdown)?.map(({ kind, address, line }) => [kind, address, line]);

describe('findAddresses', () => {
  it('finds images however they are written', () => {
    const markdown = [
      '![a](/img/a.png) and ![b](<b c.png> "title")',
      '',
      '![c][ref] [d](d.md)',
      '',
      '- <img class="x"',
      '  src=\'/img/e.png\' alt="src=no">',
      '',
      '<center><img src=/img/f.png><video poster="g.png" src="h.mp4"></video></center>',
      '',
      '[![i](i.png)](j.html)',
      '',
      '[ref]: k.png',
    ].join('\n');
    expect(named(markdown)).toEqual([
      ['image', '/img/a.png', 1],
      ['image', 'b c.png', 1],
      ['link', 'd.md', 3],
      ['image', '/img/e.png', 6],
      ['image', '/img/f.png', 8],
      ['image', 'g.png', 8],
      ['image', 'h.mp4', 8],
      ['link', 'j.html', 10],
      ['image', 'i.png', 10],
      ['image', 'k.png', 12],
    ]);
  });

  it('does not look into code and comments', () => {
    expect(named('`![a](a.png)`\n\n```\n<img src="b.png">\n```\n\n    ![c](c.png)\n')).toEqual([]);
  });

  it('gives up on what is nested too deeply, and does not break', () => {
    const found = findAddresses('> '.repeat(5000) + '![a](b.png)');
    expect(found === null || Array.isArray(found)).toBe(true);
  });
});

describe('replaceAddresses', () => {
  const replaced = (markdown: string) => {
    const found = findAddresses(markdown) ?? [];
    return replaceAddresses(markdown, new Map(found.map((entry) => [entry, `/new/${entry.address}`])));
  };

  it.each([
    ['![a](x.png)', '![a](/new/x.png)'],
    ['![a](x.png)(x.png) x.png', '![a](/new/x.png)(x.png) x.png'],
    ['![x.png](x.png "x.png")', '![x.png](/new/x.png "x.png")'],
    ['![a](<x y.png>)', '![a](</new/x%20y.png>)'],
    ['![a](x(1).png)', '![a](/new/x%281%29.png)'],
    ['![a](x\\_1.png)', '![a](/new/x_1.png)'],
    ['![](x\\](y).png)', '![](/new/x]%28y%29.png)'],
    ['[![a](a.png)](b)', '[![a](/new/a.png)](/new/b)'],
    ['![a][b]\n\n[b]: x.png "t"', '![a][b]\n\n[b]: /new/x.png "t"'],
    ['<img src="x.png" alt="x.png">', '<img src="/new/x.png" alt="x.png">'],
    ["<img alt='src=\"y\"' src='x&amp;y.png'>", "<img alt='src=\"y\"' src='/new/x&amp;y.png'>"],
  ])('%s', (markdown, expected) => {
    expect(replaced(markdown)).toBe(expected);
  });
});
