/** Front matter at the beginning of a text, fences included, and what follows; null when there is none. */
export function splitFrontMatter(text: string): { frontMatter: string; rest: string } | null {
  const match = /^(\+\+\+|---)[ \t]*\n([\s\S]*?)\n\1[ \t]*(?:\n+|$)/.exec(text);
  if (!match) return null;
  const key = match[1] === '+++' ? /^[\w.-]+[ \t]*=|^\[/m : /^[\w.-]+[ \t]*:/m;
  if (!key.test(match[2] ?? '')) return null;
  return { frontMatter: match[0].trimEnd(), rest: text.slice(match[0].length) };
}

/** Whether HTML shows any words, without reading it whole. */
export function hasWords(html: string): boolean {
  return (
    html
      .replace(/<!--[\s\S]*?-->|<(style|script|head|title)\b[\s\S]*?<\/\1\s*>|<[^>]*>/gi, '')
      .replace(/&nbsp;|\s+/g, '') !== ''
  );
}

/** A picture out of a `data:` address of base64. */
export function fileOf(data: string, name: string): File {
  const [head = '', body = ''] = data.split(',', 2);
  const type = /^data:([\w/.+-]+)/.exec(head)?.[1] ?? 'image/png';
  const binary = atob(body);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  const ending = type.split('/')[1]?.split('+')[0] ?? 'png';
  return new File([bytes], `${name}.${ending}`, { type });
}
