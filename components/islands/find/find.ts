/**
 * Quick find: a field and a list of what has such a name, over any page. A combobox with a listbox as the ARIA Authoring
 * Practices have it (w3.org/WAI/ARIA/apg/patterns/combobox): the focus stays in the field, so that Hangul can go on being put
 * together while the list follows.
 */
import sheet from './find.css';
import { element } from '../element';
import { adoptSheet } from '../sheet';
import { forget, recentQuestions, remember } from './recent';
import { createSource, type Found } from './source';
import { base, language, say } from './words';

/** Characters that are looked for. */
const LONGEST_QUESTION = 200;

const searchAddress = (question: string): string => `${base}?q=${encodeURIComponent(question)}`;

let dialog: HTMLDialogElement | null = null;

/**
 * Shows quick find; nothing where it is open.
 *
 * @param typed what stands in the field at first.
 */
export function open(typed = ''): void {
  dialog ??= create();
  if (dialog.open) return;
  dialog.showModal();
  dialog.dispatchEvent(new CustomEvent('opened', { detail: typed }));
}

function create(): HTMLDialogElement {
  adoptSheet(sheet);

  const field = element('input', {
    type: 'text',
    name: 'q',
    role: 'combobox',
    'aria-label': say('find.field'),
    'aria-controls': 'nm-find-list',
    'aria-expanded': 'false',
    'aria-autocomplete': 'list',
    placeholder: say('find.placeholder'),
    maxlength: String(LONGEST_QUESTION),
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'search',
  });
  const close = element('button', { type: 'button' }, say('find.close'));
  const form = element('form', { action: base, role: 'search' }, field, close);
  const list = element('div', { id: 'nm-find-list', role: 'listbox', 'aria-label': say('find.title') });
  const status = element('p', { role: 'status' });
  const clear = element('button', { type: 'button' }, say('find.forget'));
  const foot = element('div', { class: 'find-foot' }, status, clear);
  const made = element('dialog', { class: 'find', 'aria-label': say('find.title') }, form, list, foot);

  let options: HTMLAnchorElement[] = [];
  let chosen = -1;

  const question = (): string => field.value.normalize('NFC').trim();

  function choose(index: number): void {
    options[chosen]?.setAttribute('aria-selected', 'false');
    chosen = index;
    const option = options[index];
    if (option === undefined) {
      field.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  function show(groups: [label: string, found: Found[]][]): void {
    options = [];
    const sections = groups.map(([label, found], group) => {
      const heading = element('p', { id: `nm-find-group-${group}`, role: 'presentation' }, label);
      const links = found.map(({ path, title, detail, language: own }, index) => {
        const name = element(
          'span',
          own === language ? {} : { lang: own },
          ...title.map(({ text, isMarked }) => (isMarked ? element('mark', {}, text) : text)),
        );
        return element(
          'a',
          {
            id: `nm-find-${options.length + index}`,
            role: 'option',
            'aria-selected': 'false',
            tabindex: '-1',
            href: path,
          },
          ...(detail === '' ? [name] : [name, ' ', element('small', {}, detail)]),
        );
      });
      options.push(...links);
      return element('div', { role: 'group', 'aria-labelledby': heading.id }, heading, ...links);
    });
    choose(-1);
    list.replaceChildren(...sections);
    list.scrollTop = 0;
    list.hidden = options.length === 0;
    field.setAttribute('aria-expanded', String(options.length > 0));
  }

  /** A question as something to choose: the search page looks for it in texts. */
  const asOption = (text: string): Found => ({
    kind: '',
    path: searchAddress(text),
    title: [{ text, isMarked: false }],
    detail: '',
    language,
  });

  function tell(text: string): void {
    status.textContent = text;
    clear.hidden = true;
  }

  function showRecent(): void {
    const recent = recentQuestions();
    show(recent.length === 0 ? [] : [[say('find.recent'), recent.map(asOption)]]);
    tell(say('find.hint'));
    clear.hidden = recent.length === 0;
  }

  function showFound(asked: string, found: Found[]): void {
    const groups = new Map<string, Found[]>();
    for (const one of found) groups.set(one.kind, [...(groups.get(one.kind) ?? []), one]);
    show([...groups, [say('find.everywhere'), [asOption(asked)]]]);
  }

  const source = createSource(`${base}find.json`, (asked, answer) => {
    // What was asked for may have been cleared meanwhile.
    if (asked !== question()) return;
    showFound(asked, answer?.found ?? []);
    tell(answer?.said ?? say('find.failed'));
  });

  function follow(): void {
    const asked = question();
    choose(-1);
    source.ask(asked);
    if (asked === '') showRecent();
  }

  field.addEventListener('input', follow);
  // Some input methods say so only when a syllable is done.
  field.addEventListener('compositionend', follow);

  field.addEventListener('keydown', (event) => {
    // Safari ends the composition before it tells of the key that ended it, which only the old number gives away.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing newer says so
    const isComposing = event.isComposing || event.keyCode === 229;
    if (isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      if (event.key !== 'Enter' || isComposing) return;
    }
    const { length } = options;
    if (event.key === 'ArrowDown' && length > 0) choose(chosen + 1 < length ? chosen + 1 : 0);
    else if (event.key === 'ArrowUp' && length > 0) choose(chosen > 0 ? chosen - 1 : length - 1);
    else if (event.key === 'Enter' && chosen >= 0) {
      // As a click does it, so that Ctrl and ⌘ open another tab.
      const { ctrlKey, metaKey, shiftKey } = event;
      options[chosen]?.dispatchEvent(
        new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
      );
    } else return;
    event.preventDefault();
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const asked = question();
    if (asked === '') return;
    remember(asked);
    made.close();
    location.assign(searchAddress(asked));
  });

  list.addEventListener('click', (event) => {
    if (question() !== '') remember(question());
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) made.close();
  });
  // Pressing into the list takes the focus from the field otherwise.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });

  clear.addEventListener('click', () => {
    forget();
    showRecent();
    field.focus();
  });
  close.addEventListener('click', () => {
    made.close();
  });
  made.addEventListener('mousedown', (event) => {
    if (event.target === made) made.close();
  });
  made.addEventListener('close', () => {
    source.ask('');
  });
  made.addEventListener('opened', ({ detail }: CustomEventInit<string>) => {
    field.value = detail ?? '';
    showRecent();
    follow();
    field.focus();
  });

  // The keyboard of a phone covers the page without making it smaller.
  const fit = (): void => {
    made.style.setProperty('--room', `${Math.round(visualViewport?.height ?? innerHeight)}px`);
  };
  visualViewport?.addEventListener('resize', fit);
  fit();

  document.body.append(made);
  return made;
}
