const shownFor = 1600;

/** Shows the copy buttons that come with blocks of code, and lets them copy. */
export function enableCopyButtons(): void {
  if (!('clipboard' in navigator)) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('.prose [data-copy]')) {
    const code = button.closest('.code')?.querySelector('code');
    const copied = button.closest<HTMLElement>('.prose')?.dataset.copied;
    if (code == null || copied === undefined) continue;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(code.textContent).then(
        () => {
          button.textContent = copied;
          setTimeout(() => {
            button.textContent = label;
          }, shownFor);
        },
        () => {
          button.hidden = true;
        },
      );
    });
  }
}

function latexOf(formula: Element): string | null {
  return formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent ?? null;
}

/** The element's whole formula, where the selection begins or ends inside one. */
function formulaAround(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.katex') ?? null;
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
  const range = selection.getRangeAt(0).cloneRange();
  const first = formulaAround(range.startContainer);
  if (first !== null) range.setStartBefore(first);
  const last = formulaAround(range.endContainer);
  if (last !== null) range.setEndAfter(last);

  const fragment = range.cloneContents();
  const formulas = fragment.querySelectorAll('.katex');
  if (formulas.length === 0) return;
  for (const formula of formulas) {
    const latex = latexOf(formula);
    if (latex === null) continue;
    const block = formula.closest('.katex-display');
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
