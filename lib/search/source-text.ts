/** What a source says, in the fields of the index. */
export interface SourceText {
  /** In order. */
  headings: string[];
  body: string;
}

const FENCE = /^\s{0,3}(?:```|~~~)/;

/**
 * Takes from Markdown what would be noise in an index: addresses, HTML tags, LaTeX commands. A rough cut made in
 * microseconds, so that indexing fits into the transaction that publishes; marks that are left over are no words.
 *
 * @param source Markdown.
 */
export function sourceText(source: string): SourceText {
  const headings: string[] = [];
  const body: string[] = [];
  let isCode = false;
  for (const line of source.split('\n')) {
    if (FENCE.test(line)) {
      isCode = !isCode;
      continue;
    }
    const heading = isCode ? null : /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/.exec(line);
    if (heading)
      headings.push(
        withoutMarks(heading[1] ?? '')
          .replace(/[*`$]+/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      );
    else body.push(isCode ? line : withoutMarks(line));
  }
  return { headings: headings.filter((heading) => heading !== ''), body: body.join('\n') };
}

function withoutMarks(line: string): string {
  return line
    .replace(/!?\[([^\]]*)\]\((?:<[^>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/^\s*\[[^\]]+\]:\s.*$/, '')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .replace(/\bhttps?:\/\/\S+/gi, ' ')
    .replace(/\\[a-zA-Z]+/g, ' ');
}
