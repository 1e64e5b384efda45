import { markdownLineEnding } from 'micromark-util-character';
import type { Code, Construct, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types';
// Declares the tokens of formulas, which remark-math's own handlers turn into nodes.
import type {} from 'micromark-extension-math';
import { isFormula } from './dollars';
import { looksLikeTex, type MathBlock } from './math-blocks';
import { LIMITS } from '../limits';

const DOLLAR = 36;
const BACKSLASH = 92;

/**
 * Delimiters of formulas, in place of remark-math's own: the same tokens, other rules for where a formula begins and
 * ends. remark-math takes `$5 and $10` for a formula, and what follows an opening `$$` on its line for a note.
 *
 * @param blocks what `findMathBlocks` found in the text that is being parsed; asked while it is parsed.
 */
export function mathDelimiters(blocks: () => ReadonlyMap<number, MathBlock>): Extension {
  const flow: Construct = { name: 'mathBlock', concrete: true, tokenize: tokenizeBlock(blocks) };
  return {
    flow: { [DOLLAR]: flow, [BACKSLASH]: flow },
    text: {
      [DOLLAR]: { name: 'mathDollars', tokenize: tokenizeDollars, previous: notAfterDollar },
      [BACKSLASH]: { name: 'mathBrackets', tokenize: tokenizeBrackets },
    },
    disable: { null: ['mathText', 'mathFlow'] },
  };
}

function notAfterDollar(this: TokenizeContext, code: Code): boolean {
  return code !== DOLLAR || this.events.at(-1)?.[1].type === 'characterEscape';
}

function characterOf(code: Code): string {
  if (code === null) return '';
  if (code < 0) return markdownLineEnding(code) ? '\n' : ' ';
  return String.fromCodePoint(code);
}

const tokenizeDollars: Tokenizer = function (effects, ok, nok) {
  const before = characterOf(this.previous);
  let opened = 0;
  let closed = 0;
  let content = '';
  let escaped = false;

  return (code) => {
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    return open(code);
  };

  function open(code: Code): State | undefined {
    if (code === DOLLAR && opened < 3) {
      opened++;
      effects.consume(code);
      return open;
    }
    if (opened > 2) return nok(code);
    effects.exit('mathTextSequence');
    return between(code);
  }

  function between(code: Code): State | undefined {
    if (code === null || content.length > LIMITS.formula * 4) return nok(code);
    if (markdownLineEnding(code)) {
      content += '\n';
      escaped = false;
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return between;
    }
    if (code === DOLLAR && !escaped) {
      closed = 0;
      effects.enter('mathTextSequence');
      return close(code);
    }
    effects.enter('mathTextData');
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || (code === DOLLAR && !escaped)) {
      effects.exit('mathTextData');
      return between(code);
    }
    escaped = code === BACKSLASH && !escaped;
    content += characterOf(code);
    effects.consume(code);
    return data;
  }

  function close(code: Code): State | undefined {
    if (code === DOLLAR && closed < 3) {
      closed++;
      effects.consume(code);
      return close;
    }
    const token = effects.exit('mathTextSequence');
    if (closed === opened) {
      const accepted =
        opened === 2 ? content.trim() !== '' : isFormula({ content, before, after: characterOf(code) });
      if (!accepted) return nok(code);
      effects.exit('mathText');
      return ok(code);
    }
    // A single dollar inside `$$…$$` is part of the formula: `\text{if $x$}`.
    if (closed > opened || opened === 1) return nok(code);
    token.type = 'mathTextData';
    content += '$'.repeat(closed);
    return between(code);
  }
};

const tokenizeBrackets: Tokenizer = function (effects, ok, nok) {
  let round = false;
  let content = '';
  const closing: Construct = {
    partial: true,
    tokenize(closeEffects, closeOk, closeNok) {
      return (code) => {
        closeEffects.enter('mathTextSequence');
        closeEffects.consume(code);
        return (next) => {
          if (next !== (round ? 41 : 93)) return closeNok(next);
          closeEffects.consume(next);
          closeEffects.exit('mathTextSequence');
          return closeOk;
        };
      };
    },
  };

  return (code) => {
    effects.enter('mathText');
    effects.enter('mathTextSequence');
    effects.consume(code);
    return opening;
  };

  function opening(code: Code): State | undefined {
    if (code !== 40 && code !== 91) return nok(code);
    round = code === 40;
    effects.consume(code);
    effects.exit('mathTextSequence');
    return between;
  }

  function between(code: Code): State | undefined {
    if (code === null || content.length > LIMITS.formula * 4) return nok(code);
    if (markdownLineEnding(code)) {
      content += '\n';
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return between;
    }
    if (code === BACKSLASH) return effects.attempt(closing, closed, startData)(code);
    return startData(code);
  }

  function startData(code: Code): State | undefined {
    effects.enter('mathTextData');
    return code === BACKSLASH ? backslash(code) : data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || markdownLineEnding(code) || code === BACKSLASH) {
      effects.exit('mathTextData');
      return between(code);
    }
    content += characterOf(code);
    effects.consume(code);
    return data;
  }

  function backslash(code: Code): State | undefined {
    content += '\\';
    effects.consume(code);
    return escaped;
  }

  function escaped(code: Code): State | undefined {
    // An opening mark inside: the first one was no formula.
    if (code === (round ? 40 : 91)) return nok(code);
    if (code === BACKSLASH) {
      content += '\\';
      effects.consume(code);
      return data;
    }
    return data(code);
  }

  function closed(code: Code): State | undefined {
    if (content.trim() === '' || !looksLikeTex(content)) return nok(code);
    effects.exit('mathText');
    return ok(code);
  }
};

const nonLazyLine: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    return (code) => {
      if (code === null) return nok(code);
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      return (next) => (this.parser.lazy[this.now().line] ? nok(next) : ok(next));
    };
  },
};

function tokenizeBlock(blocks: () => ReadonlyMap<number, MathBlock>): Tokenizer {
  return function (effects, ok, nok) {
    const block = blocks().get(this.now().line);
    const endLine = block?.endLine ?? 0;
    const endColumn = block?.endColumn ?? 0;
    const now = () => this.now();

    return (code) => {
      // The line may hold another dollar or backslash than the one that was found to open a block.
      if (!block || (now().line === endLine && now().column >= endColumn)) return nok(code);
      effects.enter('mathFlow');
      effects.enter('mathFlowFence');
      effects.enter('mathFlowFenceSequence');
      effects.consume(code);
      return second;
    };

    function second(code: Code): State | undefined {
      if (code !== DOLLAR && code !== 91) return nok(code);
      effects.consume(code);
      effects.exit('mathFlowFenceSequence');
      effects.exit('mathFlowFence');
      return between;
    }

    function between(code: Code): State | undefined {
      if (code === null) return end(code);
      if (markdownLineEnding(code)) {
        return effects.attempt(nonLazyLine, between, end)(code);
      }
      if (atClosing()) return closing(code);
      effects.enter('mathFlowValue');
      return value(code);
    }

    function value(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code) || atClosing()) {
        effects.exit('mathFlowValue');
        return between(code);
      }
      effects.consume(code);
      return value;
    }

    function atClosing(): boolean {
      const { line, column } = now();
      return line === endLine && column === endColumn;
    }

    function closing(code: Code): State | undefined {
      effects.enter('mathFlowFence');
      effects.enter('mathFlowFenceSequence');
      effects.consume(code);
      return (next) => {
        if (next === null) return nok(next);
        effects.consume(next);
        effects.exit('mathFlowFenceSequence');
        effects.exit('mathFlowFence');
        return trailing;
      };
    }

    function trailing(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) return end(code);
      effects.enter('whitespace');
      return space(code);
    }

    function space(code: Code): State | undefined {
      if (code === null || markdownLineEnding(code)) {
        effects.exit('whitespace');
        return end(code);
      }
      effects.consume(code);
      return space;
    }

    function end(code: Code): State | undefined {
      effects.exit('mathFlow');
      return ok(code);
    }
  };
}
