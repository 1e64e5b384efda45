import { call } from '@/components/desk';
import type { I18n } from '@/lib/i18n';
import type { ResolvedImage } from '@/lib/markdown/types';

/** Milliseconds that names are gathered before the site is asked about them. */
const PAUSE = 400;
/** Milliseconds after which a question without an answer is asked again. */
const RETRY = 15_000;
/** Names in one question. */
const MOST = 200;

interface Names {
  images: readonly string[];
  links: readonly string[];
}

export interface Answered {
  images: Record<string, ResolvedImage>;
  brokenLinks: string[];
}

/** What the site says of images and links by their addresses, asked once for each. */
export class NameChecker {
  readonly images = new Map<string, ResolvedImage>();
  readonly #checked = new Set<string>();
  readonly #broken = new Set<string>();
  readonly #ask: (names: Names) => Promise<Answered | null>;
  readonly #changed: (imagesChanged: boolean) => void;
  #wanted: Names = { images: [], links: [] };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  #isFirst = true;

  /** @param ask null where no answer came. @param changed something is known that was not. */
  constructor(ask: (names: Names) => Promise<Answered | null>, changed: (imagesChanged: boolean) => void) {
    this.#ask = ask;
    this.#changed = changed;
  }

  /** Whether the site was asked about an image. */
  knowsImage(address: string): boolean {
    return this.images.has(address) || this.#checked.has(`image ${address}`);
  }

  isBroken(link: string): boolean {
    return this.#broken.has(link);
  }

  note(address: string, image: ResolvedImage): void {
    this.images.set(address, image);
    this.#changed(true);
  }

  /** Says which names the newest text holds. */
  want(names: Names): void {
    this.#wanted = names;
    if (this.#isAsking || this.#unknown() === null) return;
    clearTimeout(this.#timer);
    this.#schedule(this.#isFirst ? 0 : PAUSE);
  }

  /** Forgets what was not found. */
  again(): void {
    this.#checked.clear();
    this.#broken.clear();
    this.want(this.#wanted);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #schedule(after: number): void {
    this.#timer = setTimeout(() => void this.#go(), after);
  }

  #unknown(): Names | null {
    const images = this.#wanted.images.filter((name) => !this.knowsImage(name)).slice(0, MOST);
    const links = this.#wanted.links.filter((name) => !this.#checked.has(`link ${name}`)).slice(0, MOST);
    return images.length + links.length === 0 ? null : { images, links };
  }

  async #go(): Promise<void> {
    const names = this.#unknown();
    if (names === null) return;
    this.#isAsking = true;
    this.#isFirst = false;
    const answer = await this.#ask(names);
    this.#isAsking = false;
    if (answer === null) {
      this.#schedule(RETRY);
      return;
    }
    for (const name of names.images) this.#checked.add(`image ${name}`);
    for (const name of names.links) this.#checked.add(`link ${name}`);
    const images = Object.entries(answer.images);
    for (const [address, image] of images) this.images.set(address, image);
    for (const link of answer.brokenLinks) this.#broken.add(link);
    this.#changed(images.length > 0);
    if (this.#unknown() !== null) this.#schedule(PAUSE);
  }
}

/** Asks `POST /api/check/`. */
export function askSite(i18n: I18n, translationId: string): (names: Names) => Promise<Answered | null> {
  return async ({ images, links }) => {
    const answer = await call<Answered>(i18n, 'POST', '/api/check/', { translationId, images, links });
    return answer.ok ? answer.value : null;
  };
}
