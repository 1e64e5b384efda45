/**
 * Gives the page a style sheet that came with a script, which the bundler hands over as text (scripts/lib/prepare.mjs);
 * to the compiler it is a module of styles.
 */
export function adoptSheet(css: unknown): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(String(css));
  document.adoptedStyleSheets.push(sheet);
}
