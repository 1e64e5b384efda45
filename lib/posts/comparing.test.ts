import { expect, test } from 'vitest';
import { compareTexts, sectionsOf } from './comparing';

const compare = (before: string, after: string) =>
  compareTexts({ title: 'T', source: before }, { title: 'T', source: after }, sectionsOf(after));

test('counts blocks and names sections in the order of the text', () => {
  const before = 'lead\n\n## One\n\na\n\n## Two\n\nb\n\nc\n';
  const after = 'lead\n\n## One\n\na, revised\n\n## Two\n\nb\n\nc\n\nd\n';
  expect(compare(before, after)).toEqual({
    ...{ added: 1, changed: 1, removed: 0 },
    isRenamed: false,
    sections: ['One', 'Two'],
  });
});

test('nothing changes by empty lines and the mark of the excerpt', () => {
  expect(compare('a\n\nb', 'a\n\n\n<!--more-->\n\nb\n')).toMatchObject({ added: 0, changed: 0, removed: 0 });
});

test('code and formulas with empty lines are one block; a # within code is no section', () => {
  const code = '```py\n# x\n\ny\n```\n\n$$\na\n\nb\n$$\n';
  expect(sectionsOf(code).size).toBe(0);
  expect(compare('a\n', `a\n\n${code}`)).toMatchObject({ added: 2, changed: 0, removed: 0, sections: [] });
});

test('what was taken out is counted, and its heading is not told', () => {
  const change = compare('a\n\n## Secret name\n\nb\n', 'a\n');
  expect(change).toMatchObject({ removed: 2, sections: [] });
  expect(JSON.stringify(change)).not.toContain('Secret');
});

test('headings are named as they are read', () => {
  expect([...sectionsOf('## **Bold** [link](https://x.org) `code` {#id}\n\na')]).toEqual(['Bold link code']);
});
