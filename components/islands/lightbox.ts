/** One picture of an article over the page. Loaded when the first is asked for; brings its own style sheet. */
import css from './lightbox.css';
import { element } from './element';
import { adoptSheet } from './sheet';
import type { Words } from './words';

/** How much nearer a press brings the picture. */
const STEP = 1.5;
/** Pixels that an arrow key moves, and that a press may move and still be one. */
const STRIDE = 80;
const STILL = 4;

const ICONS = {
  previous: 'M19 12H5m6-6-6 6 6 6',
  next: 'M5 12h14m-6-6 6 6-6 6',
  smaller: 'M5 12h14',
  larger: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
};

adoptSheet(css);

/** Opens a picture; the others of its article are before and after it. */
export function openLightbox(opener: HTMLAnchorElement, words: Words): void {
  const links = [
    ...(opener.closest('.prose')?.querySelectorAll<HTMLAnchorElement>('a[data-enlarge]') ?? [opener]),
  ];
  let link = opener;

  const dialog = element('dialog', { class: 'lightbox' });
  // What scrolls is a stop of its own for the keyboard.
  const stage = element('div', { class: 'lightbox-stage', role: 'group', tabindex: '0' });
  const image = new Image();
  image.draggable = false;
  stage.append(image);
  const about = element('div', { class: 'lightbox-words' });
  about.ariaLive = 'polite';
  const bar = element('div', { class: 'lightbox-bar' });
  const previous = button('previous', words.previousPicture);
  const next = button('next', words.nextPicture);
  const smaller = button('smaller', words.smaller);
  const larger = button('larger', words.larger);
  const close = button('close', words.close);
  if (links.length > 1) bar.append(previous, next);
  bar.append(smaller, larger, close);
  dialog.append(stage, about, bar);

  const view = zooming(stage, image, () => {
    smaller.disabled = !view.canShrink();
    larger.disabled = !view.canGrow();
    image.classList.toggle('lightbox-near', view.canShrink());
  });

  const show = (shown: HTMLAnchorElement): void => {
    link = shown;
    const small = shown.querySelector('img');
    const alt = small?.alt ?? '';
    image.alt = alt;
    dialog.ariaLabel = alt;
    stage.ariaLabel = alt;
    const caption = shown.closest('figure')?.querySelector('figcaption');
    const text = element('p', { class: 'lightbox-caption' });
    if (caption != null) {
      text.append(...caption.cloneNode(true).childNodes);
      for (const inner of text.querySelectorAll('[id]')) inner.removeAttribute('id');
      for (const note of text.querySelectorAll('sup:has(.footnote-ref)')) note.remove();
    } else text.textContent = alt;
    const index = links.indexOf(shown);
    const count = element('p', { class: 'lightbox-count' });
    if (links.length > 1) count.textContent = `${String(index + 1)} / ${String(links.length)}`;
    about.replaceChildren(count, text);
    previous.disabled = index <= 0;
    next.disabled = index >= links.length - 1;
    view.show(shown.href, small);
  };
  const go = (step: number): void => {
    const other = links[links.indexOf(link) + step];
    if (other !== undefined) show(other);
  };

  previous.addEventListener('click', () => {
    go(-1);
  });
  next.addEventListener('click', () => {
    go(1);
  });
  larger.addEventListener('click', () => {
    view.zoom(STEP);
  });
  smaller.addEventListener('click', () => {
    view.zoom(1 / STEP);
  });
  close.addEventListener('click', () => {
    dialog.close();
  });
  stage.addEventListener('click', (event) => {
    if (view.wasMoved()) return;
    if (event.target === image && view.canShrink()) view.fit();
    else if (event.target === image && view.isReduced()) view.toNatural(event.clientX, event.clientY);
    else dialog.close();
  });
  const keys: Record<string, () => void> = {
    '+': () => {
      view.zoom(STEP);
    },
    '=': () => {
      view.zoom(STEP);
    },
    '-': () => {
      view.zoom(1 / STEP);
    },
    '0': () => {
      view.fit();
    },
    ArrowLeft: () => {
      if (!view.move(-STRIDE, 0)) go(-1);
    },
    ArrowRight: () => {
      if (!view.move(STRIDE, 0)) go(1);
    },
    ArrowUp: () => {
      view.move(0, -STRIDE);
    },
    ArrowDown: () => {
      view.move(0, STRIDE);
    },
  };
  dialog.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  dialog.addEventListener('close', () => {
    view.end();
    dialog.remove();
    // The reader goes on at the picture that was seen last.
    link.focus({ preventScroll: link === opener });
  });

  document.body.append(dialog);
  dialog.showModal();
  close.focus();
  show(opener);
}

/** A picture on a stage that scrolls: how large it is, and where. */
function zooming(stage: HTMLElement, image: HTMLImageElement, changed: () => void) {
  let size = { width: 1, height: 1 };
  let scale = 1;
  let pinch: { distance: number; scale: number } | null = null;
  let press: { x: number; y: number; left: number; top: number } | null = null;
  let moved = false;

  const whole = (): number => Math.min(stage.clientWidth / size.width, stage.clientHeight / size.height, 1);
  const largest = (): number => Math.max(2, whole() * 4);
  const isReduced = (): boolean => whole() < 0.99;

  /** Keeps what is at a point of the window where it is; by default, the middle of the stage. */
  const set = (wanted: number, x?: number, y?: number): void => {
    const frame = stage.getBoundingClientRect();
    const atX = x ?? frame.left + stage.clientWidth / 2;
    const atY = y ?? frame.top + stage.clientHeight / 2;
    const before = image.getBoundingClientRect();
    scale = Math.min(largest(), Math.max(whole(), wanted));
    image.style.inlineSize = `${String(size.width * scale)}px`;
    image.style.blockSize = `${String(size.height * scale)}px`;
    const after = image.getBoundingClientRect();
    stage.scrollLeft += after.left + ((atX - before.left) / (before.width || 1)) * after.width - atX;
    stage.scrollTop += after.top + ((atY - before.top) / (before.height || 1)) * after.height - atY;
    changed();
  };

  /** The whole; of a strip that would be a thread then, its beginning, as wide or high as there is room. */
  const begin = (): void => {
    const fitting = whole();
    const [width, height] = [size.width * fitting, size.height * fitting];
    const isThread = width < stage.clientWidth / 4 || height < stage.clientHeight / 4;
    const filling = Math.min(1, Math.max(stage.clientWidth / size.width, stage.clientHeight / size.height));
    set(isThread ? filling : fitting);
    stage.scrollTo(0, 0);
  };

  const distance = ([a, b]: TouchList | Touch[]): number =>
    a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 1;
  stage.addEventListener('touchstart', ({ touches }) => {
    pinch = touches.length === 2 ? { distance: distance([...touches]), scale } : null;
  });
  stage.addEventListener(
    'touchmove',
    (event) => {
      const [a, b] = event.touches;
      if (pinch === null || a === undefined || b === undefined) return;
      event.preventDefault();
      const nearer = distance([a, b]) / pinch.distance;
      set(pinch.scale * nearer, (a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2);
    },
    { passive: false },
  );
  stage.addEventListener(
    'wheel',
    (event) => {
      // What a trackpad says when it is pinched.
      if (!event.ctrlKey) return;
      event.preventDefault();
      set(scale * Math.exp(-event.deltaY / 200), event.clientX, event.clientY);
    },
    { passive: false },
  );
  stage.addEventListener('pointerdown', (event) => {
    moved = false;
    press =
      event.pointerType === 'mouse'
        ? { x: event.clientX, y: event.clientY, left: stage.scrollLeft, top: stage.scrollTop }
        : null;
  });
  stage.addEventListener('pointermove', (event) => {
    if (press === null || event.buttons !== 1) return;
    const [x, y] = [event.clientX - press.x, event.clientY - press.y];
    moved ||= Math.hypot(x, y) > STILL;
    stage.scrollTo(press.left - x, press.top - y);
  });

  const observer = new ResizeObserver(() => {
    set(scale);
  });
  observer.observe(stage);

  return {
    isReduced,
    canGrow: () => scale < largest() - 0.01,
    canShrink: () => scale > whole() + 0.01,
    wasMoved: () => moved,
    zoom: (factor: number) => {
      set(scale * factor);
    },
    fit: () => {
      set(0);
    },
    toNatural: (x: number, y: number) => {
      set(1, x, y);
    },
    /** Whether there was anywhere to go. */
    move: (x: number, y: number): boolean => {
      const { scrollLeft, scrollTop } = stage;
      stage.scrollBy(x, y);
      return scrollLeft !== stage.scrollLeft || scrollTop !== stage.scrollTop;
    },
    /** Shows what the page has until the whole picture is here. */
    show: (address: string, small: HTMLImageElement | null) => {
      if (small !== null) {
        image.src = small.currentSrc === '' ? address : small.currentSrc;
        size = { width: small.width || 1, height: small.height || 1 };
        begin();
      }
      const full = new Image();
      full.src = address;
      full.decode().then(
        () => {
          if (!image.isConnected || image.alt !== (small?.alt ?? image.alt)) return;
          image.src = address;
          size = { width: full.naturalWidth || size.width, height: full.naturalHeight || size.height };
          begin();
        },
        () => undefined,
      );
    },
    end: () => {
      observer.disconnect();
    },
  };
}

function button(icon: keyof typeof ICONS, label: string): HTMLButtonElement {
  const made = element('button', { class: 'lightbox-button' });
  made.type = 'button';
  made.ariaLabel = label;
  made.title = label;
  // Drawn as all icons are; nothing in it comes from an article.
  made.innerHTML = `<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${ICONS[icon]}"/></svg>`;
  return made;
}
