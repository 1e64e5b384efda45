import FeedParser from 'feedparser';
import { parseFeed } from 'feedsmith';
import { convert } from 'html-to-text';
import Parser from 'rss-parser';
import sanitizeHtml from 'sanitize-html';
import { describe, expect, it } from 'vitest';
import { render } from './testing';

/** Whole items through the parsers and sanitisers that readers are made of. */
const source = [
  '식 $x_i^2$ 와 $\\theta$, $\\frac{a+b}{c}$.',
  '$$\n\\sum_{i=1}^N \\log p(x_i)\n$$',
  '> [!NOTE]\n> 본문',
  '```python\nif a < b: print("]]>")\n```',
  '| 가 | 나 |\n|---|---|\n| 1 | $x^2$ |',
  '- [x] 끝 👩‍🔬',
].join('\n\n');
const { feedHtml } = render(source);
const SAID = ['x_i^2', '(a+b)/c', '∑_(i=1)^N log', 'x^2'];

const escaped = feedHtml.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const rss = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>글</title><link>https://blog.example/</link><description>글</description><item><title>식</title><guid isPermaLink="false">urn:x</guid><content:encoded>${escaped}</content:encoded></item></channel></rss>`;

function expectReadable(text: string): void {
  const line = text.replaceAll('\u2061', '').replace(/\s+/g, ' ');
  for (const said of SAID) expect(line.split(said)).toHaveLength(2);
  expect(line).toContain('θ');
  expect(line).not.toMatch(/\\(?:frac|sum|theta)/);
  expect(line).toContain('if a < b: print("]]>")');
}

describe('an item of the feed', () => {
  it('comes out of three parsers as it went in', async () => {
    expect((await new Parser().parseString(rss)).items[0]?.['content:encoded']).toBe(feedHtml);
    const read = await new Promise<string | null>((resolve, reject) => {
      const parser = new FeedParser({});
      parser.on('error', reject);
      parser.on('data', (item: FeedParser.Item) => {
        resolve(item.description);
      });
      parser.end(rss);
    });
    expect(read).toBe(feedHtml);
    const { feed } = parseFeed(rss);
    expect(JSON.stringify(feed)).toContain(JSON.stringify(feedHtml).slice(1, -1));
  });

  it('can be read where a sanitiser leaves no MathML, and where it leaves nothing but text', () => {
    const unescape = (html: string) =>
      html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    const usual = sanitizeHtml(feedHtml);
    expect(usual).not.toContain('<math');
    expectReadable(unescape(usual.replace(/<[^>]*>/g, ' ').replace(/ +(?=[_^])/g, '')));
    expectReadable(unescape(sanitizeHtml(feedHtml, { allowedTags: [], allowedAttributes: {} })));
  });

  it('can be read in a mail of plain text', () => {
    expectReadable(convert(feedHtml, { wordwrap: false }));
  });
});
