import {
  createCssVariablesTheme,
  createHighlighterCoreSync,
  type HighlighterCore,
  type LanguageRegistration,
} from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import bash from '@shikijs/langs/shellscript';
import bibtex from '@shikijs/langs/bibtex';
import c from '@shikijs/langs/c';
import cpp from '@shikijs/langs/cpp';
import csharp from '@shikijs/langs/csharp';
import css from '@shikijs/langs/css';
import diff from '@shikijs/langs/diff';
import docker from '@shikijs/langs/docker';
import go from '@shikijs/langs/go';
import haskell from '@shikijs/langs/haskell';
import html from '@shikijs/langs/html';
import ini from '@shikijs/langs/ini';
import java from '@shikijs/langs/java';
import javascript from '@shikijs/langs/javascript';
import json from '@shikijs/langs/json';
import julia from '@shikijs/langs/julia';
import kotlin from '@shikijs/langs/kotlin';
import latex from '@shikijs/langs/latex';
import lua from '@shikijs/langs/lua';
import make from '@shikijs/langs/make';
import markdown from '@shikijs/langs/markdown';
import matlab from '@shikijs/langs/matlab';
import python from '@shikijs/langs/python';
import r from '@shikijs/langs/r';
import rust from '@shikijs/langs/rust';
import scala from '@shikijs/langs/scala';
import sql from '@shikijs/langs/sql';
import swift from '@shikijs/langs/swift';
import toml from '@shikijs/langs/toml';
import tsx from '@shikijs/langs/tsx';
import typescript from '@shikijs/langs/typescript';
import xml from '@shikijs/langs/xml';
import yaml from '@shikijs/langs/yaml';
import { provideHighlighting } from './highlight';
import { LIMITS } from './limits';

/** Languages that reviews of papers hold, by the name that is shown; grammars bring their own aliases (`py`, `ts`). */
const LANGUAGES: readonly [string, LanguageRegistration[]][] = [
  ['Shell', bash],
  ['BibTeX', bibtex],
  ['C', c],
  ['C++', cpp],
  ['C#', csharp],
  ['CSS', css],
  ['Diff', diff],
  ['Dockerfile', docker],
  ['Go', go],
  ['Haskell', haskell],
  ['HTML', html],
  ['INI', ini],
  ['Java', java],
  ['JavaScript', javascript],
  ['JSON', json],
  ['Julia', julia],
  ['Kotlin', kotlin],
  ['LaTeX', latex],
  ['Lua', lua],
  ['Makefile', make],
  ['Markdown', markdown],
  ['MATLAB', matlab],
  ['Python', python],
  ['R', r],
  ['Rust', rust],
  ['Scala', scala],
  ['SQL', sql],
  ['Swift', swift],
  ['TOML', toml],
  ['TSX', tsx],
  ['TypeScript', typescript],
  ['XML', xml],
  ['YAML', yaml],
];

const MORE_ALIASES: Readonly<Record<string, string>> = {
  jsx: 'tsx',
  console: 'shellscript',
  shell: 'shellscript',
  tex: 'latex',
  pytorch: 'python',
  jsonc: 'json',
};

// Grammars of some languages carry those that they embed along; the last is the language itself.
const NAMES = new Map<string, string>(
  LANGUAGES.flatMap(([shown, registrations]) => {
    const own = registrations.at(-1);
    return own ? [own.name, ...(own.aliases ?? [])].map((name): [string, string] => [name, shown]) : [];
  }),
);

let highlighter: HighlighterCore | undefined;

function getHighlighter(): HighlighterCore {
  highlighter ??= createHighlighterCoreSync({
    themes: [createCssVariablesTheme({ name: 'variables', variablePrefix: '--hl-', fontStyle: false })],
    langs: LANGUAGES.map(([, registrations]) => registrations),
    // No WebAssembly: it would have to be loaded first, and no content policy needs to allow it.
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  return highlighter;
}

provideHighlighting({
  nameOf: (language) => NAMES.get(MORE_ALIASES[language] ?? language),
  tokens: (source, language) =>
    getHighlighter().codeToTokensBase(source, {
      lang: MORE_ALIASES[language] ?? language,
      theme: 'variables',
      tokenizeMaxLineLength: LIMITS.codeLine,
      // A clock would make the result depend on the machine.
      tokenizeTimeLimit: 0,
    }),
});
