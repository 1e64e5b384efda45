import { wordsOf } from './words';

/** Boxes that scroll sideways where what they hold is too wide. */
const BOXES = '.math-scroll, .table-scroll, .prose pre';

/**
 * The keyboard stops at boxes that scroll, and passes those that do not; a formula in the line that is wider than the
 * line becomes such a box. Sizes are read when they change, never while the page scrolls.
 */
export function minimiseStops(): void {
  const observer = new ResizeObserver((entries) => {
    const boxes = new Set(entries.map(({ target }) => target.closest<HTMLElement>(BOXES)));
    const scrolls = [...boxes].map((box) => ({
      box,
      isLarger:
        box !== null &&
        (box.scrollWidth > box.clientWidth ||
          (box.matches('.table-scroll') && box.scrollHeight > box.clientHeight)),
    }));
    for (const { box, isLarger } of scrolls) if (box !== null) box.tabIndex = isLarger ? 0 : -1;
  });
  for (const box of document.querySelectorAll(BOXES)) {
    observer.observe(box);
    // Fonts that come late change what is inside.
    const inner = box.querySelector('.katex-html') ?? box.firstElementChild;
    if (inner !== null) observer.observe(inner);
  }
  for (const article of document.querySelectorAll<HTMLElement>('.prose')) breakInline(article);
}

/** Formulas in the line break between their parts; a part that is too wide for the line gets a box of its own. */
function breakInline(article: HTMLElement): void {
  const parts = [...article.querySelectorAll<HTMLElement>('.math-inline .base')];
  if (parts.length === 0) return;
  const name = wordsOf(article)?.formula ?? '';
  let width = 0;
  const fit = (): void => {
    const measured = parts.map((part) => ({
      formula: part.closest<HTMLElement>('.math-inline'),
      isLong:
        part.offsetWidth > (part.closest<HTMLElement>('p, li, dd, figcaption')?.clientWidth ?? Infinity),
    }));
    const long = new Set(measured.filter(({ isLong }) => isLong).map(({ formula }) => formula));
    for (const formula of new Set(measured.map((one) => one.formula))) {
      if (formula === null || formula.classList.contains('math-long') === long.has(formula)) continue;
      const isLong = formula.classList.toggle('math-long');
      if (isLong) {
        formula.tabIndex = 0;
        formula.role = 'group';
        formula.ariaLabel = name;
      } else for (const attribute of ['tabindex', 'role', 'aria-label']) formula.removeAttribute(attribute);
    }
  };
  new ResizeObserver(() => {
    if (article.clientWidth === width) return;
    width = article.clientWidth;
    fit();
  }).observe(article);
  void document.fonts.ready.then(fit);
}
