/** What decides whether dollars enclose a formula. */
export interface DollarCandidate {
  /** Between the dollars. */
  content: string;
  /** Before the opening dollar; empty at the start of the text. */
  before: string;
  /** After the closing dollar; empty at the end of the text. */
  after: string;
}

/**
 * Whether `$content$` is a formula rather than money or a shell variable. Real posts leave white space inside the
 * dollars and no space outside (`top-$k$`, `3$\times$3`, `$x$를`), so neither alone decides.
 */
export function isFormula({ content, before, after }: DollarCandidate): boolean {
  if (content.trim() === '') return false;
  // A dollar before a digit opens a price, `$5 and $10`, except right after a command: `3$\\times$3`.
  if (/\d/.test(after) && !/^\\[A-Za-z]+$/.test(content)) return false;
  // Code spans and link texts that a dollar stands in end inside the candidate.
  if (content.includes('`') || closesForeignBracket(content)) return false;
  const tex = /[\\^_{}=<>|]/.test(content);
  const startsLikePrice = /^\d/.test(content);
  if (startsLikePrice && !tex && /[A-Za-z가-힣]{2,}/.test(content)) return false;
  if (startsLikePrice && /[A-Za-z]/.test(before) && !/[\\^_{]/.test(content)) return false;
  if (/\s$/.test(content) && !/^\s/.test(content) && (startsLikePrice || /[A-Za-z0-9_{(/]/.test(after)))
    return false;
  // `$HOME/bin:$PATH`, `${HOME}/bin:${PATH}`
  if (/^\{?[A-Za-z_]\w+\}?(?![\w\\^{])/.test(content) && /[A-Za-z_{]/.test(after) && !/[\\^]/.test(content))
    return false;
  return true;
}

/** Whether a `]` of the content belongs to a `[` before it, followed by what makes a link. */
function closesForeignBracket(content: string): boolean {
  let depth = 0;
  for (let i = 0; i < content.length; i++) {
    const character = content[i];
    if (character === '\\') i++;
    else if (character === '[') depth++;
    else if (character === ']') {
      if (depth === 0 && (content[i + 1] === '(' || content[i + 1] === '[')) return true;
      depth = Math.max(0, depth - 1);
    }
  }
  return false;
}
