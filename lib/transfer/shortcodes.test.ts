import { describe, expect, it } from 'vitest';
import { expandShortcodes } from './shortcodes';

const site = {
  pageAddress: (name: string) => (name === 'other.md' ? '/ai/2022-08/other/' : null),
  param: (name: string) => (name === 'group' ? 'Paper Club' : null),
};
const expand = (markdown: string) => expandShortcodes(markdown, site);

describe('expandShortcodes', () => {
  it.each([
    ['{{< figure src="/img/a.png" >}}', '![](/img/a.png)'],
    [
      '{{< figure src="/img/a b.png" alt="A [b]" caption="He said \\"no\\"" >}}',
      '![A \\[b\\]](</img/a b.png> "He said \\"no\\"")',
    ],
    ['{{< figure src="a.png" title="T" caption="C" >}}', '![C](a.png "T — C")'],
    ['{{< figure src="a.png" link="https://example.org/" />}}', '[![](a.png)](https://example.org/)'],
    [
      '{{<figure src="a.png" width="300" caption="x < y">}}',
      '<figure><img src="a.png" alt="x &lt; y" width="300"><figcaption>x &lt; y</figcaption></figure>',
    ],
    ['{{< youtube dQw4w9WgXcQ >}}', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['{{< youtube id="dQw4w9WgXcQ" autoplay="true" >}}', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['{{< vimeo 55073825 >}}', 'https://vimeo.com/55073825'],
    [
      '{{< tweet user="someone" id="877500564405444608" >}}',
      'https://twitter.com/someone/status/877500564405444608',
    ],
    [
      '{{< gist someone 50a7482715eac222e230d1e64dd9a89b >}}',
      'https://gist.github.com/someone/50a7482715eac222e230d1e64dd9a89b',
    ],
    ['{{< highlight python >}}\nx = 1\n{{< /highlight >}}', '```python\nx = 1\n```'],
    ['{{< highlight go "linenos=table,hl_lines=1 3-5" >}}\na\n{{< / highlight >}}', '```go {1,3-5}\na\n```'],
    [
      '{{< highlight md >}}\n```\n{{< youtube x >}}\n{{< /highlight >}}',
      '````md\n```\n{{< youtube x >}}\n````',
    ],
    ['[그 글]({{< ref "other.md" >}})을', '[그 글](/ai/2022-08/other/)을'],
    ['[x]({{% relref other.md %}})', '[x](/ai/2022-08/other/)'],
    ['{{< param group >}}', 'Paper Club'],
    ['{{< math >}}$a_1$ {{< param group >}}{{< /math >}}', '$a_1$ Paper Club'],
    [
      '{{< details summary="A & B" >}}\n*x*\n{{< /details >}}',
      '<details><summary>A &amp; B</summary>\n\n\n*x*\n\n\n</details>',
    ],
    ['{{</* figure src="a" */>}} {{%/* x */%}}', '{{< figure src="a" >}} {{% x %}}'],
    ['no {{ template }} here', 'no {{ template }} here'],
  ])('%s', (markdown, expected) => {
    expect(expand(markdown)).toEqual({ markdown: expected, problems: [] });
  });

  it('keeps what it does not know, and says where it stands', () => {
    const markdown = 'a\n{{< chart "x" >}}\nb {{< youtube y >}}\n{{< /chart >}}\n[z]({{< ref "gone.md" >}})';
    expect(expand(markdown)).toEqual({
      markdown:
        'a\n{{< chart "x" >}}\nb https://www.youtube.com/watch?v=y\n{{< /chart >}}\n[z]({{< ref "gone.md" >}})',
      problems: [
        { code: 'shortcode-unknown', line: 2, name: 'chart' },
        { code: 'link-missing', line: 5, name: 'gone.md' },
      ],
    });
  });

  it('keeps one that is never closed', () => {
    expect(expand('{{< highlight go >}}\nx').markdown).toBe('{{< highlight go >}}\nx');
    expect(expand('{{< figure src="a').markdown).toBe('{{< figure src="a');
  });

  it('takes time in proportion to the text', () => {
    const started = performance.now();
    expandShortcodes('{{< math >}}'.repeat(50_000) + '{{< figure '.repeat(50_000), site);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
