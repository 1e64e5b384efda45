/** Letters and digits alone, in lower case, so that `Kim Minsu` and `kim.minsu` are the same. */
function bare(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * What can be said of a password while it is typed. The server asks the same, and more.
 *
 * @param least fewest characters.
 * @param known the person's own e-mail and names.
 */
export function passwordHints(password: string, least: number, known: readonly string[]) {
  const plain = bare(password);
  const own = known.flatMap((text) => [text, text.split('@')[0] ?? '']).map(bare);
  return {
    isLong: [...password.normalize('NFC')].length >= least,
    isOwn: own.some((text) => text !== '' && (plain === text || plain === text + text)),
  };
}
