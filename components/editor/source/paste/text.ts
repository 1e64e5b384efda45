/** Front matter at the beginning of a text, fences included, and what follows; null when there is none. */
export function splitFrontMatter(text: string): { frontMatter: string; rest: string } | null {
  const match = /^\ufeff?(\+\+\+|---)[ \t]*\n([\s\S]*?)\n\1[ \t]*(?:\n+|$)/.exec(text);
  if (!match) return null;
  const key = match[1] === '+++' ? /^[\w.-]+[ \t]*=|^\[/m : /^[\w.-]+[ \t]*:/m;
  if (!key.test(match[2] ?? '')) return null;
  return { frontMatter: match[0].trimEnd(), rest: text.slice(match[0].length) };
}

/** Text as a document holds it: NFC, line ends LF, nothing that XML forbids. */
export function cleanPaste(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\p{Surrogate}/gu, '')
    .normalize('NFC');
}

/** A picture out of a `data:` address. */
export function fileOf(data: string, name: string): File {
  const [head = '', body = ''] = data.split(',', 2);
  const type = /^data:([\w/.+-]+)/.exec(head)?.[1] ?? 'image/png';
  const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  return new File([bytes], `${name}.${type.split('/')[1]?.split('+')[0] ?? 'png'}`, { type });
}
