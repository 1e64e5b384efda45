import { announce } from './announcing';
import { element } from './element';
import { wordsOf, type Words } from './words';

/** What copies: buttons of code and of formulas, those that name an element, and those that carry their text. */
const COPIERS = '.code-copy, [data-copies], [data-copy-text]';

/** Shows the buttons that copy, gives formulas one, and lets them copy and say so. */
export function enableCopyButtons(): void {
  if (!('clipboard' in navigator)) return;
  for (const article of document.querySelectorAll<HTMLElement>('.prose')) {
    const words = wordsOf(article);
    if (words === null) continue;
    for (const formula of article.querySelectorAll('.math-display')) addFormulaButton(formula, words);
  }
  for (const button of document.querySelectorAll<HTMLElement>(COPIERS)) button.hidden = false;
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>(COPIERS) : null;
    const text = button && copiedBy(button);
    if (button === null || text == null) return;
    const box = button.closest<HTMLElement>('[data-copied]');
    navigator.clipboard.writeText(text).then(
      () => {
        announce(box?.dataset.copied ?? wordsOf(button.closest('.prose'))?.copied ?? '');
      },
      () => {
        const said = box?.dataset.notCopied;
        // Where nothing tells what to do instead there is no use for the button.
        if (said === undefined) button.hidden = true;
        else announce(said);
      },
    );
  });
}

/** The button's own text, that of the element it names (of a link its address), or the code or formula around it. */
function copiedBy(button: HTMLElement): string | null {
  const { copies, copyText } = button.dataset;
  if (copyText !== undefined) return copyText;
  if (copies !== undefined) {
    const source = document.getElementById(copies);
    return source instanceof HTMLAnchorElement ? source.href : (source?.textContent ?? null);
  }
  return (
    button.closest('.code')?.querySelector('code')?.textContent ?? latexOf(button.closest('.math-display'))
  );
}

function addFormulaButton(formula: Element, words: Words): void {
  if (latexOf(formula) === null) return;
  formula.append(element('button', { type: 'button', class: 'code-copy math-copy' }, words.copyLatex));
}

/** A heading's link goes where it says, and leaves its whole address on the clipboard. */
export function copyHeadingLinks(): void {
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('.anchor') : null;
    const words = wordsOf(link?.closest<HTMLElement>('.prose') ?? null);
    if (link === null || words === null || !('clipboard' in navigator)) return;
    // Not hidden where the browser refuses: it is a link all the same.
    navigator.clipboard.writeText(link.href).then(
      () => {
        announce(words.linkCopied);
      },
      () => undefined,
    );
  });
}

function latexOf(formula: Element | null): string | null {
  return formula?.querySelector('annotation[encoding="application/x-tex"]')?.textContent ?? null;
}

/** The element's whole formula, where the selection begins or ends inside one. */
function formulaAround(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.math-display, .katex') ?? null;
}

/** Lets a range that begins or ends within a formula hold the whole, unless it only touches the formula's edge. */
function takeWhole(range: Range): void {
  const rest = document.createRange();
  const first = formulaAround(range.startContainer);
  if (first !== null) {
    rest.selectNodeContents(first);
    rest.setStart(range.startContainer, range.startOffset);
    if (rest.toString() === '') range.setStartAfter(first);
    else range.setStartBefore(first);
  }
  const last = formulaAround(range.endContainer);
  if (last === null || range.collapsed) return;
  rest.selectNodeContents(last);
  rest.setEnd(range.endContainer, range.endOffset);
  if (rest.toString() === '') range.setEndBefore(last);
  else range.setEndAfter(last);
}

/** Copies formulas as their LaTeX source: `$…$` in the line, `$$…$$` on lines of their own. */
export function copyFormulas(event: ClipboardEvent): void {
  const selection = getSelection();
  if (
    event.clipboardData === null ||
    selection === null ||
    selection.isCollapsed ||
    selection.rangeCount === 0
  )
    return;
  const fragment = new DocumentFragment();
  // A browser may select several cells of a table.
  for (let index = 0; index < selection.rangeCount; index++) {
    const range = selection.getRangeAt(index).cloneRange();
    takeWhole(range);
    fragment.append(range.cloneContents());
  }
  const formulas = fragment.querySelectorAll('.katex');
  if (formulas.length === 0) return;
  for (const control of fragment.querySelectorAll('button, .anchor, .toast, script, style')) control.remove();
  for (const formula of formulas) {
    const latex = latexOf(formula);
    if (latex === null) continue;
    const block = formula.closest('.math-display') ?? formula.closest('.katex-display');
    (block ?? formula).replaceWith(block === null ? `$${latex}$` : `\n\n$$${latex}$$\n\n`);
  }

  // Laid out out of sight, so that blocks and breaks become lines as in an ordinary copy.
  const stage = document.createElement('div');
  stage.append(fragment);
  event.clipboardData.setData('text/html', stage.innerHTML);
  stage.style.cssText = 'position:fixed;inset-inline-start:-200vw;white-space:pre-wrap';
  document.body.append(stage);
  event.clipboardData.setData('text/plain', stage.innerText.replace(/\n{3,}/g, '\n\n').trim());
  stage.remove();
  event.preventDefault();
}
