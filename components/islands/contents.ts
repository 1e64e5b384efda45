/**
 * Marks in every `<nonmun-contents>` the heading that is being read: the last one above a third of the window, or the
 * one that was asked for, as long as it is in sight. Lets the folded contents of narrow pages close again.
 */
export function followReading(): void {
  const places = [...document.querySelectorAll<HTMLElement>('nonmun-contents')];
  if (places.length === 0) return;
  const links = new Map<Element, HTMLAnchorElement[]>();
  for (const link of places.flatMap((place) => [...place.querySelectorAll('a')])) {
    const heading = headingAt(link.hash);
    if (heading !== null) links.set(heading, [...(links.get(heading) ?? []), link]);
  }
  const headings = [...links.keys()];
  const passed = new Set<Element>();
  let asked: Element | null = null;
  let current: Element | undefined;

  const update = (): void => {
    const found = asked ?? headings.findLast((heading) => passed.has(heading));
    if (found === current) return;
    for (const link of links.get(current as Element) ?? []) link.removeAttribute('aria-current');
    current = found;
    for (const link of links.get(found as Element) ?? []) {
      link.setAttribute('aria-current', 'location');
      showIn(link, link.closest('nonmun-contents'));
    }
    // A heading's own text would say each formula twice.
    const words = links.get(found as Element)?.[0]?.textContent ?? '';
    for (const now of document.querySelectorAll('.contents-now')) now.textContent = words;
  };

  // The browser tells when a heading crosses the line; nothing is measured while the page scrolls.
  const line = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      }
      update();
    },
    { rootMargin: '1000000px 0px -66% 0px' },
  );
  headings.forEach((heading) => {
    line.observe(heading);
  });

  // The last sections of a page may never reach the line.
  let wasSeen = false;
  const sight = new IntersectionObserver((entries) => {
    const isSeen = entries.at(-1)?.isIntersecting === true;
    if (wasSeen && !isSeen) {
      asked = null;
      sight.disconnect();
      update();
    }
    wasSeen = isSeen;
  });
  const ask = (): void => {
    const heading = headingAt(location.hash);
    sight.disconnect();
    wasSeen = false;
    asked = heading !== null && links.has(heading) ? heading : null;
    if (asked !== null) sight.observe(asked);
    update();
  };
  addEventListener('hashchange', ask);
  ask();

  for (const place of places) fold(place);
}

/** The heading that a fragment leads to. */
function headingAt(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

/** A long list scrolls by itself, so that the current line stays in its middle. */
function showIn(link: HTMLElement, place: HTMLElement | null): void {
  const list = place?.querySelector('nav');
  if (place == null || list == null) return;
  for (const box of [place, list]) {
    if (box.scrollHeight > box.clientHeight) box.scrollTop = link.offsetTop - box.clientHeight / 2;
  }
}

/** Closes what was unfolded when it is done with. */
function fold(place: HTMLElement): void {
  const details = place.querySelector('details');
  if (details === null) return;
  details.addEventListener('toggle', () => {
    const link = details.querySelector<HTMLElement>('[aria-current]');
    if (details.open && link !== null) showIn(link, place);
  });
  place.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a') !== null) details.open = false;
  });
  document.addEventListener('click', ({ target }) => {
    if (details.open && target instanceof Node && !place.contains(target)) details.open = false;
  });
  place.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    details.open = false;
    details.querySelector('summary')?.focus();
  });
}
