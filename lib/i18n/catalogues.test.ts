import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { catalogues } from './catalogues';
import { languages } from './index';

const root = path.join(import.meta.dirname, '../..');

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

/** What the parser calls plain text. */
const literal = 0;

type Node = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names of arguments with what kind of value they want; branches of plurals included. */
function argumentsOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    const nested =
      'options' in node ? Object.values(node.options).flatMap(({ value }) => argumentsOf(value)) : [];
    return 'value' in node && (node.type as number) !== literal ? [node.value, ...nested] : nested;
  });
}

function parsed(message: string, language: string): readonly Node[] {
  return new IntlMessageFormat(message, language).getAst();
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory())
      return name === 'generated' || name === 'node_modules' ? [] : sources(file);
    return /\.tsx?$/.test(name) && !/\.test\./.test(name) ? [readFileSync(file, 'utf8')] : [];
  });
}

const messages = new Map(Object.entries(catalogues).map(([language, tree]) => [language, flat(tree)]));
const korean = messages.get('ko') ?? new Map<string, string>();

describe('message files', () => {
  test('every file in messages/ is a language of the interface', () => {
    const files = readdirSync(path.join(root, 'messages')).filter((name) =>
      /^[a-z]{2,3}(-\w+)*\.json$/i.test(name),
    );
    expect(files.map((name) => name.replace('.json', '')).sort()).toEqual([...languages].sort());
  });

  test.each(languages)('%s has the keys of Korean, none empty', (language) => {
    const own = messages.get(language) ?? new Map<string, string>();
    expect([...own.keys()].sort()).toEqual([...korean.keys()].sort());
    expect([...own].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });

  test.each(languages)('%s is well-formed and takes the same arguments as Korean', (language) => {
    for (const [key, text] of messages.get(language) ?? []) {
      const wanted = new Set(argumentsOf(parsed(korean.get(key) ?? '', 'ko')));
      const taken = new Set(argumentsOf(parsed(text, language)));
      expect([key, [...taken].sort()]).toEqual([key, [...wanted].sort()]);
    }
  });

  test.each(languages)('%s has every plural form that its grammar asks for', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, text] of messages.get(language) ?? []) {
      for (const node of parsed(text, language)) {
        if (!('pluralType' in node) || node.pluralType !== 'cardinal') continue;
        expect([key, ...Object.keys(node.options)]).toEqual([key, ...forms]);
      }
    }
  });

  test('every message is used, by its whole key', () => {
    const code = ['app', 'components', 'lib', 'scripts']
      .flatMap((folder) => sources(path.join(root, folder)))
      .join('\n');
    const unused = [...korean.keys()].filter((key) => !code.includes(`'${key}'`));
    expect(unused).toEqual([]);
  });
});
