/** Which of KaTeX's faces a formula is set in, by the classes that it gives to the parts of one. */
const FACES: readonly (readonly [face: string, used: RegExp])[] = [
  ['KaTeX_Main-Regular', /class="katex"/],
  ['KaTeX_Math-Italic', /\bmathnormal\b/],
  ['KaTeX_Main-Bold', /\bmathbf\b/],
  ['KaTeX_AMS-Regular', /\b(?:mathbb|amsrm)\b/],
  ['KaTeX_Caligraphic-Regular', /\bmathcal\b/],
  ['KaTeX_Size1-Regular', /\b(?:size1|small-op)\b/],
  ['KaTeX_Size2-Regular', /\b(?:size2|large-op)\b/],
  ['KaTeX_Size3-Regular', /\bsize3\b/],
  ['KaTeX_Size4-Regular', /\bsize4\b/],
];

/**
 * Hints to load the faces of a page's formulas early: a formula that is drawn in another face first has another width,
 * and lines after it would move.
 *
 * @param html of the page.
 * @param fonts addresses of all font files of the program.
 * @returns values of a `Link` header (RFC 8288), none where the page has no formula.
 */
export function formulaFontHints(html: string, fonts: readonly string[]): string[] {
  if (!html.includes('class="katex"')) return [];
  return FACES.flatMap(([face, used]) => {
    const address = fonts.find((font) => font.includes(`/${face}.`) && font.endsWith('.woff2'));
    return address !== undefined && used.test(html)
      ? [`<${address}>; rel=preload; as="font"; type="font/woff2"; crossorigin`]
      : [];
  });
}
