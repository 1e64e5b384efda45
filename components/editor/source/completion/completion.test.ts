import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { stateOf } from '../commands/testing';
import { environments, latexCommands, pairs } from './latex';
import { symbols, withArgument, words } from './latex-data';
import {
  emojiSource,
  environmentSource,
  footnoteSource,
  headingSource,
  isInFormula,
  languageSource,
  latexSource,
} from './sources';

function drawn(latex: string, displayMode = false): boolean {
  try {
    katex.renderToString(latex, {
      displayMode,
      throwOnError: true,
      strict: false,
      trust: false,
      output: 'mathml',
    });
    return true;
  } catch {
    return false;
  }
}

async function asked(
  source: typeof latexSource,
  text: string,
  explicit = false,
): Promise<CompletionResult | null> {
  const state = stateOf(text);
  return source(new CompletionContext(state, state.selection.main.head, explicit));
}

async function labels(source: typeof latexSource, text: string, explicit = false): Promise<string[] | null> {
  return (await asked(source, text, explicit))?.options.map(({ label }) => label) ?? null;
}

describe('what is offered is drawn by KaTeX', () => {
  it('symbols, words and commands with an argument', () => {
    const names = [...pairs(symbols).map(([name]) => name), ...words.split(' ')];
    expect(names.filter((name) => !drawn(`\\${name}`))).toEqual([]);
    expect(withArgument.split(' ').filter((name) => !drawn(`\\${name}{x}`))).toEqual([]);
  });

  it('structures, once they are filled in', () => {
    const filled = latexCommands()
      .map(({ label }) => label)
      .filter((label) => /[{[( ]/.test(label))
      .map((label) =>
        label
          .replace(/\[\]/g, '[x]')
          .replace(/\{\}/g, '{1}')
          .replace(/\{ /g, '{x ')
          .replace('{1}{1}', '{1}{1}'),
      );
    expect(filled.filter((latex) => !/color|label|ref/.test(latex) && !drawn(latex, true))).toEqual([]);
  });

  it('environments', () => {
    expect(
      environments
        .filter(
          ([name, argument]) => name !== 'CD' && !drawn(`\\begin{${name}}${argument} x \\end{${name}}`, true),
        )
        .map(([name]) => name),
    ).toEqual([]);
  });
});

describe('LaTeX', () => {
  it.each<[string, boolean]>([
    ['$\\al‸$', true],
    ['$\\al‸', true],
    ['값은 $x + \\al‸ 이다', true],
    ['$$\n\\al‸\n$$', true],
    ['\\(\\al‸', true],
    ['\\al‸', false],
    ['$x$ 그리고 \\al‸', false],
    ['`$` \\al‸', false],
    ['```\n$ \\al‸\n```', false],
    ['C:\\al‸', false],
    ['$x$\n\n\\al‸', false],
    ['$a \\\\al‸', false],
  ])('in %j: %s', async (text, isOffered) => {
    expect((await asked(latexSource, text)) !== null).toBe(isOffered);
    expect(isInFormula(stateOf(text), stateOf(text).selection.main.head - 3)).toBe(
      isOffered || text.includes('\\\\'),
    );
  });

  it('shows what a symbol looks like', async () => {
    const result = await asked(latexSource, '$\\al‸$');
    expect(result?.options.find(({ label }) => label === '\\alpha')).toMatchObject({ detail: 'α' });
  });

  it('offers environments behind \\begin{', async () => {
    expect(await labels(environmentSource, '$$\n\\begin{al‸}\n$$')).toContain('aligned');
    expect(await labels(environmentSource, '\\begin{al‸}')).toBeNull();
  });
});

describe('elsewhere', () => {
  it.each<[string, boolean]>([
    [':smi‸', true],
    ['좋다 :+1‸', true],
    ['10:30‸', false],
    ['https://a‸', false],
    ['a:bc‸', false],
    ['`:smi‸`', false],
    ['$x :ab‸$', false],
  ])('emoji in %j: %s', async (text, isOffered) => {
    expect((await asked(emojiSource, text)) !== null).toBe(isOffered);
  });

  it('writes the character of an emoji', async () => {
    const result = await asked(emojiSource, ':tada‸');
    expect(result?.options.find(({ label }) => label === ':tada:')).toMatchObject({ apply: '🎉' });
  });

  it('languages stand behind fences', async () => {
    expect(await labels(languageSource, '```py‸')).toContain('python');
    expect(await labels(languageSource, '```‸')).toBeNull();
    expect(await labels(languageSource, '```‸', true)).toContain('rust');
    expect(await labels(languageSource, 'a ```py‸')).toBeNull();
    expect(await labels(languageSource, '```py {1}‸')).toBeNull();
  });

  it('notes are those of the post', async () => {
    expect(await labels(footnoteSource, '말[^‸\n\n[^1]: a\n[^둘]: b')).toEqual(['1', '둘']);
    expect(await labels(footnoteSource, '말[‸')).toBeNull();
  });

  it('links lead to headings', async () => {
    const result = await asked(headingSource, '[방법](#‸)\n\n## 제안 방법\n\n## $x_1$의 값');
    expect(result?.options).toMatchObject([
      { displayLabel: '제안 방법', apply: '제안-방법' },
      { displayLabel: 'x_1의 값', apply: 'x_1의-값' },
    ]);
  });
});
