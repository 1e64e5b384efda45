/**
 * The id that Hugo gives a heading (Goldmark with `autoHeadingIDType = "github"`, the default): of the heading's source,
 * letters, digits and `_` in lower case, spaces and hyphens as hyphens, the rest dropped.
 * `source` is the heading's line without its marks: Goldmark reads the line, not what it is rendered to, so the
 * address of a link counts, and `**` does not.
 */
export function goldmarkHeadingId(source: string): string {
  let id = '';
  for (const character of source.trim()) {
    if (character === '-' || character === ' ') id += '-';
    else if (/[_\p{L}\p{Nd}]/u.test(character)) id += lower(character);
  }
  return id === '' ? 'heading' : id;
}

// Go lowers rune by rune; JavaScript may make two characters of one (İ).
function lower(character: string): string {
  const lowered = character.toLowerCase();
  const [first = '', ...others] = lowered;
  return others.length === 0 ? lowered : first;
}

/** Hands out ids, each once: a second `a` becomes `a-1`, as Hugo counts. */
export class HeadingIds {
  readonly #used = new Set<string>();
  readonly #next = new Map<string, number>();

  /** `id` itself, or with the first free number after it. */
  unique(id: string): string {
    let candidate = id;
    if (this.#used.has(id)) {
      let number = this.#next.get(id) ?? 1;
      while (this.#used.has(`${id}-${number}`)) number++;
      this.#next.set(id, number + 1);
      candidate = `${id}-${number}`;
    }
    this.#used.add(candidate);
    return candidate;
  }

  /** Keeps an id that the author chose from being handed out; an author may not choose one twice either. */
  reserve(id: string): string {
    return this.unique(id);
  }
}
