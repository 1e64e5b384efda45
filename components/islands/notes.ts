/** From here on there is room beside the column; as in the style sheet. */
const WIDE = '(min-width: 68rem)';
/** Pixels between notes, and between a note that pops up and what it is about. */
const GAP = 12;

/**
 * Footnotes stay one list at the end of the article. On wide screens each of its items is shown beside the line that
 * refers to it; on others the item pops up near the number that was pressed, and is back in the list when it is closed.
 */
export function placeNotes(): void {
  const section = document.querySelector<HTMLElement>('.post-body .footnotes');
  const article = section?.closest<HTMLElement>('.prose');
  if (section == null || article == null) return;
  const notes = [...section.querySelectorAll<HTMLElement>(':scope > ol > li')];
  const references = [...article.querySelectorAll<HTMLAnchorElement>('.footnote-ref')];
  const wide = matchMedia(WIDE);

  const place = (): void => {
    section.classList.toggle('notes-beside', wide.matches);
    if (wide.matches) placeBeside(article, notes, references);
  };
  new ResizeObserver(place).observe(article);
  wide.addEventListener('change', place);
  // Letters of another font move the lines that notes stand beside, and hardly ever the article's size.
  document.fonts.addEventListener('loadingdone', place);
  place();

  article.addEventListener('click', (event) => {
    if (wide.matches || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.footnote-ref') : null;
    const note = link === null ? undefined : notes.find((one) => one.id === idOf(link));
    if (link === null || note === undefined || !('popover' in note)) return;
    event.preventDefault();
    popUp(note, link, article);
  });
}

function idOf(link: HTMLAnchorElement): string {
  return decodeURIComponent(link.hash.slice(1));
}

/** Never over each other, nor over a table that takes the room beside the column. */
function placeBeside(
  article: HTMLElement,
  notes: readonly HTMLElement[],
  references: readonly HTMLAnchorElement[],
): void {
  const frame = article.getBoundingClientRect();
  const taken = [...article.querySelectorAll(':scope > .table-scroll')]
    .map((box) => box.getBoundingClientRect())
    .filter(({ right }) => right > frame.right + 1)
    .map(({ top, bottom }) => ({ top: top - frame.top - GAP, bottom: bottom - frame.top + GAP }));
  let free = 0;
  const places = notes.map((note) => {
    const reference = references.find((link) => idOf(link) === note.id);
    // What is folded away has no place of its own.
    const shown = reference?.checkVisibility() === false ? reference.closest('details') : reference;
    const height = note.offsetHeight;
    let top = Math.max(free, (shown?.getBoundingClientRect().top ?? frame.top) - frame.top);
    for (const box of taken) if (top < box.bottom && top + height > box.top) top = box.bottom;
    free = top + height + GAP;
    return top;
  });
  notes.forEach((note, index) => {
    note.style.setProperty('--at', `${String(Math.round(places[index] ?? 0))}px`);
  });
  article.style.setProperty('--notes-end', `${String(Math.round(free))}px`);
}

function popUp(note: HTMLElement, link: HTMLAnchorElement, article: HTMLElement): void {
  // Where it comes from is where the browser goes back to.
  link.focus({ preventScroll: true });
  note.popover = 'auto';
  note.tabIndex = -1;
  const back = (event: Event): void => {
    if (!(event.target instanceof Element) || event.target.closest('.footnote-back') === null) return;
    event.preventDefault();
    event.stopPropagation();
    note.hidePopover();
  };
  note.addEventListener('click', back);
  note.addEventListener('toggle', function closed(event) {
    if (event.newState === 'open') return;
    const isLeft = document.activeElement !== document.body && !note.contains(document.activeElement);
    note.removeEventListener('toggle', closed);
    note.removeEventListener('click', back);
    note.removeAttribute('popover');
    note.removeAttribute('tabindex');
    note.removeAttribute('style');
    if (!isLeft) link.focus({ preventScroll: true });
  });
  note.showPopover();

  const frame = article.getBoundingClientRect();
  const number = link.getBoundingClientRect();
  const { offsetHeight: height, offsetWidth: width } = note;
  const isBelow = number.bottom + GAP + height < innerHeight || number.top < height + GAP;
  const top = scrollY + (isBelow ? number.bottom + GAP : number.top - GAP - height);
  const left = Math.min(Math.max(number.left - width / 2, frame.left), frame.right - width);
  note.style.insetBlockStart = `${String(top)}px`;
  note.style.insetInlineStart = `${String(scrollX + left)}px`;
  note.focus({ preventScroll: true });
}
