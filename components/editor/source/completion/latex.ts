import { snippetCompletion, type Completion } from '@codemirror/autocomplete';
import { symbols, withArgument, words } from './latex-data';

/** Structures, with the places to fill in, and what they look like. The first ones are offered first. */
const templates: readonly [template: string, looks: string][] = [
  ['\\frac{#{}}{#{}}', 'a/b'],
  ['\\sqrt{#{}}', '√x'],
  ['\\sqrt[#{n}]{#{}}', 'ⁿ√x'],
  ['\\sum_{#{i=1}}^{#{n}}', '∑'],
  ['\\prod_{#{i=1}}^{#{n}}', '∏'],
  ['\\int_{#{a}}^{#{b}}', '∫'],
  ['\\lim_{#{n \\to \\infty}}', 'lim'],
  ['\\text{#{}}', 'text'],
  ['\\binom{#{n}}{#{k}}', '(n k)'],
  ['\\dfrac{#{}}{#{}}', 'a/b'],
  ['\\tfrac{#{}}{#{}}', 'a/b'],
  ['\\left( #{} \\right)', '( )'],
  ['\\left[ #{} \\right]', '[ ]'],
  ['\\left\\{ #{} \\right\\}', '{ }'],
  ['\\left\\| #{} \\right\\|', '‖ ‖'],
  ['\\left. #{} \\right|', '|'],
  ['\\overset{#{}}{#{}}', 'ᵃb'],
  ['\\underset{#{}}{#{}}', 'ₐb'],
  ['\\stackrel{#{}}{#{}}', 'ᵃb'],
  ['\\substack{#{} \\\\ #{}}', 'a b'],
  ['\\tag{#{1}}', '(1)'],
  ['\\label{#{}}', ''],
  ['\\eqref{#{}}', '(1)'],
  ['\\ref{#{}}', '1'],
  ['\\phantom{#{}}', ''],
  ['\\color{#{red}}', ''],
  ['\\textcolor{#{red}}{#{}}', ''],
  ['\\nonumber', ''],
  ['\\displaystyle', ''],
  ['\\textstyle', ''],
  ['\\limits', ''],
  ['\\nolimits', ''],
  ['\\middle|', '|'],
  ['\\big', ''],
  ['\\Big', ''],
  ['\\bigg', ''],
  ['\\not', '/'],
];

/** Letters in other shapes, which are asked for by their looks. */
const alphabets: Readonly<Record<string, string>> = {
  mathbb: 'ℝ',
  mathcal: 'ℒ',
  mathbf: '𝐱',
  mathrm: 'x',
  mathfrak: '𝔤',
  mathscr: 'ℒ',
  boldsymbol: '𝒙',
  hat: 'x̂',
  bar: 'x̄',
  tilde: 'x̃',
  vec: 'x⃗',
  dot: 'ẋ',
  ddot: 'ẍ',
  overline: 'x̅',
  underline: 'x̲',
  operatorname: 'f',
};

let made: readonly Completion[] | undefined;

/** All commands that KaTeX draws here. */
export function latexCommands(): readonly Completion[] {
  made ??= [
    ...templates.map(([template, detail], index) =>
      snippetCompletion(template.replace(/\\(?=[{}])/g, '\\\\'), {
        label: template.replace(/#\{(.*?)\}/g, '').replace(/\s+/g, ' '),
        detail,
        boost: index < 16 ? 20 - index : 0,
      }),
    ),
    ...withArgument.split(' ').map((name) =>
      snippetCompletion(`\\${name}{#{}}`, {
        label: `\\${name}`,
        detail: alphabets[name] ?? '',
        boost: name in alphabets ? 5 : 0,
      }),
    ),
    ...pairs(symbols).map(([name, looks]) => ({ label: `\\${name}`, detail: looks })),
    ...words.split(' ').map((name) => ({ label: `\\${name}`, detail: /quad|space/.test(name) ? '␣' : '' })),
  ];
  return made;
}

/** Names with what they draw. */
export function pairs(data: string): [string, string][] {
  const parts = data.split(' ');
  return parts.flatMap((part, index) =>
    index % 2 === 0 ? [[part, parts[index + 1] ?? ''] as [string, string]] : [],
  );
}

/** Environments of KaTeX; those before the others are what papers use. Arguments behind the name as in LaTeX. */
export const environments: readonly [name: string, argument: string][] = [
  ['aligned', ''],
  ['align', ''],
  ['align*', ''],
  ['cases', ''],
  ['pmatrix', ''],
  ['bmatrix', ''],
  ['matrix', ''],
  ['vmatrix', ''],
  ['Vmatrix', ''],
  ['Bmatrix', ''],
  ['equation', ''],
  ['equation*', ''],
  ['gather', ''],
  ['gather*', ''],
  ['gathered', ''],
  ['split', ''],
  ['array', '{cc}'],
  ['darray', '{cc}'],
  ['dcases', ''],
  ['rcases', ''],
  ['drcases', ''],
  ['smallmatrix', ''],
  ['subarray', '{c}'],
  ['alignat', '{2}'],
  ['alignat*', '{2}'],
  ['alignedat', '{2}'],
  ['CD', ''],
];
