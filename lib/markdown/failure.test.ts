import { afterEach, describe, expect, it, vi } from 'vitest';
import { kinds, render } from './testing';

const broken = vi.hoisted(() => ({ languages: new Set<string>() }));

vi.mock('./highlight', async (original) => {
  const real = await original<typeof import('./highlight')>();
  return {
    ...real,
    highlight: (source: string, language: string) => {
      if (broken.languages.has(language)) throw new Error('a plugin broke');
      return real.highlight(source, language);
    },
  };
});

afterEach(() => {
  broken.languages.clear();
});

describe('a plugin that fails', () => {
  const source = '## 앞\n\n글 $x$\n\n```python\nprint("<b>")\n```\n\n뒤 **굵게**[^1]\n\n[^1]: 주';

  it('costs its block, which is shown as source, and nothing else', () => {
    const whole = render(source);
    broken.languages.add('python');
    const { html, feedHtml, outline, problems } = render(source);
    expect(kinds(problems)).toEqual(['5 plugin-failed a plugin broke']);
    expect(outline).toEqual(whole.outline);
    expect(html).toContain(
      '<pre tabindex="0"><code>```python\nprint(&quot;&lt;b&gt;&quot;)\n```</code></pre>',
    );
    const [before = '', after = ''] = whole.html.split(/<div class="code">.*<\/div>/s);
    expect(html.startsWith(before)).toBe(true);
    expect(html).toContain('뒤 <strong>굵게</strong>');
    expect(after).toContain('뒤');
    expect(feedHtml).toContain('print("&#x3C;b>")');
  });
});
