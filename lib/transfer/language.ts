/** Share of Hangul among Hangul and Latin letters from which on a text is taken for Korean. */
const koreanShare = 0.1;

/**
 * The language of a text by its script: sources name theirs wrongly or not at all. Korean reviews quote English
 * names, titles and references at length, English ones hardly any Hangul, so the line is drawn well below the half.
 *
 * @returns null where there are no letters to judge by.
 */
export function detectLanguage(markdown: string): 'ko' | 'en' | null {
  const prose = markdown
    .replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, ' ')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/\$\$[\s\S]*?\$\$|\$[^$\n]*\$/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/(?:https?:\/\/|www\.|\/)[^\s)\]>"']+/g, ' ')
    .normalize('NFC');
  const hangul = prose.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const latin = prose.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (hangul + latin === 0) return null;
  return hangul / (hangul + latin) >= koreanShare ? 'ko' : 'en';
}
