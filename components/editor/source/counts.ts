/**
 * Words and minutes of reading of a source, by the rates of the page but from the source alone, until the preview has
 * counted what is really shown.
 */
export function countsOf(source: string): { words: number; minutes: number } {
  let seconds = 0;
  const take = (each: number) => (): string => {
    seconds += each;
    return ' ';
  };
  const prose = source
    .replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1/gm, (block) => {
      seconds += 2 * Math.max(0, block.split('\n').length - 2);
      return ' ';
    })
    .replace(/\$\$[\s\S]*?\$\$/g, take(10))
    .replace(/\$[^$\n]+\$/g, take(2))
    .replace(/!\[/g, take(6))
    .replace(/<[^>\n]*>|\]\([^)\n]*\)|^\[\^?[^\]\n]+\]:\s*\S*$/gm, ' ');
  const words = prose.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const hangul = prose.match(/[가-힣]/g)?.length ?? 0;
  const latin = prose.match(/[A-Za-z0-9]+(?:['’-][A-Za-z0-9]+)*/g)?.length ?? 0;
  return { words, minutes: Math.max(1, Math.round(hangul / 500 + latin / 230 + seconds / 60)) };
}
