import { announce } from './announcing';
import { wordsOf, type Words } from './words';

/** Puts a text on the clipboard and says so; a browser that refuses takes the button away. */
function copy(text: string, said: string, button: HTMLElement): void {
  navigator.clipboard.writeText(text).then(
    () => {
      announce(said);
    },
    () => {
      button.hidden = true;
    },
  );
}

/** Shows the copy buttons that come with blocks of code, gives formulas one, and lets them copy. */
export function enableCopyButtons(): void {
  if (!('clipboard' in navigator)) return;
  for (const article of document.querySelectorAll<HTMLElement>('.prose')) {
    const words = wordsOf(article);
    const copied = words?.copied ?? article.dataset.copied;
    if (copied === undefined) continue;
    for (const button of article.querySelectorAll<HTMLButtonElement>('[data-copy]')) button.hidden = false;
    if (words !== null) {
      for (const formula of article.querySelectorAll('.math-display')) addFormulaButton(formula, words);
    }
    article.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('.code-copy') : null;
      const source =
        button?.closest('.code')?.querySelector('code')?.textContent ??
        latexOf(button?.closest('.math-display') ?? null);
      if (button !== null && source !== null) copy(source, copied, button);
    });
  }
}

function addFormulaButton(formula: Element, words: Words): void {
  if (latexOf(formula) === null) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'code-copy math-copy';
  button.textContent = words.copyLatex;
  formula.append(button);
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
