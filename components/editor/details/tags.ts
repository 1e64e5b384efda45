/** Most suggestions at once. */
const MOST = 8;

/** @returns a tag as it is kept: NFC, one space between words, without the comma that ended it. */
export function cleanTag(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[,，、\s]+/gu, ' ')
    .replace(/^[#\s]+/u, '')
    .trim();
}

/** @returns existing tags that contain what is typed, those that begin with it first, without those chosen already. */
export function matchingTags(known: readonly string[], chosen: readonly string[], typed: string): string[] {
  const part = cleanTag(typed).toLowerCase();
  if (part === '') return [];
  const found = known.filter((tag) => !chosen.includes(tag) && tag.toLowerCase().includes(part));
  const begins = (tag: string) => tag.toLowerCase().startsWith(part);
  return [...found.filter(begins), ...found.filter((tag) => !begins(tag))].slice(0, MOST);
}
