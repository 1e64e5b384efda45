import type { Extension } from '@codemirror/state';
import { EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { useSyncExternalStore } from 'react';
import type { I18n } from '@/lib/i18n';
import { markProblems, problemMarks } from './marks';
import { askSite, NameChecker, type Answered } from './names';
import type { RenderedArticle } from './protocol';
import { PreviewPane } from './pane';
import { RenderThread, type WorkerLike } from './thread';
import type { PreviewOptions, PreviewProblem, PreviewState, PreviewStore } from './types';

/** Milliseconds of rest before a text is rendered whose preview nobody sees. */
const HIDDEN_PAUSE = 800;

/** Milliseconds of rendering from which it is worth saying. */
const SLOW = 500;

const EMPTY: PreviewState = {
  status: 'waiting',
  isPending: false,
  outline: [],
  problems: [],
  words: 0,
  minutes: 0,
};

export interface PreviewSetup {
  i18n: I18n;
  translationId: string;
  options: PreviewOptions;
  /** For tests: what renders, and what answers for the site. */
  makeWorker?: () => WorkerLike;
  ask?: (names: { images: readonly string[]; links: readonly string[] }) => Promise<Answered | null>;
}

/** A preview store for one translation; make one for each editor, outside of rendering (`useState(() => …)`). */
export function createPreviewStore(setup: PreviewSetup): PreviewStore {
  return new Store(setup);
}

/** What is known of the text now; renders again when it changes. */
export function usePreview(store: PreviewStore): PreviewState {
  return useSyncExternalStore(store.subscribe, store.getState, store.getState);
}

function makeWorker(): WorkerLike {
  return new Worker(new URL('./render.worker.ts', import.meta.url), { type: 'module' });
}

class Store implements PreviewStore {
  readonly extension: Extension;
  readonly #i18n: I18n;
  readonly #listeners = new Set<() => void>();
  readonly #thread: RenderThread;
  readonly #names: NameChecker;
  #options: PreviewOptions;
  #state = EMPTY;
  #view: EditorView | null = null;
  #pane: PreviewPane | null = null;
  #article: RenderedArticle | null = null;
  #html = new Map<number, string>();
  /** Of the newest text, and of the newest that was typed. */
  #version = 0;
  #typed = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #areMarksDue = false;

  constructor({ i18n, translationId, options, ...own }: PreviewSetup) {
    this.#i18n = i18n;
    this.#options = options;
    this.#names = new NameChecker(own.ask ?? askSite(i18n, translationId), (imagesChanged) => {
      this.#namesChanged(imagesChanged);
    });
    this.#thread = new RenderThread(own.makeWorker ?? makeWorker, {
      rendered: (article) => {
        this.#rendered(article);
      },
      stopped: (version) => {
        this.#set({ status: version === this.#version ? 'stopped' : this.#state.status });
      },
      failed: () => {
        this.#set({ status: 'failed' });
      },
    });
    this.#thread.setup(options, this.#names.images);
    this.extension = [problemMarks(), this.#plugin()];
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): PreviewState => this.#state;

  readonly setOptions = (options: PreviewOptions): void => {
    if (JSON.stringify(options) === JSON.stringify(this.#options)) return;
    this.#options = options;
    this.#renderAgain();
  };

  readonly noteImage: PreviewStore['noteImage'] = (address, image) => {
    this.#names.note(address, image);
  };

  readonly checkAgain = (): void => {
    this.#names.again();
  };

  readonly retry = (): void => {
    this.#set({ status: this.#article ? 'ready' : 'waiting' });
    this.#schedule(0);
  };

  readonly jumpTo = (line: number): void => {
    const view = this.#view;
    if (!view) return;
    const { from } = view.state.doc.line(Math.min(view.state.doc.lines, Math.max(1, line)));
    view.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    });
    // A source that is only now being shown takes no focus before it is there.
    if (view.dom.offsetParent === null) requestAnimationFrame(() => view.focus());
    else view.focus();
    this.#pane?.showLine(line);
  };

  readonly attach: PreviewStore['attach'] = (pane, container) => {
    const shown = new PreviewPane(pane, container, () => {
      this.#show();
    });
    this.#pane = shown;
    if (this.#view) shown.follow(this.#view);
    this.#show();
    return () => {
      shown.stop();
      if (this.#pane === shown) this.#pane = null;
    };
  };

  #plugin(): Extension {
    // Closures, as the class of CodeMirror's plugin is made here.
    const begin = (view: EditorView) => {
      this.#view = view;
      this.#pane?.follow(view);
      this.#renderAgain();
    };
    const update = (change: ViewUpdate) => {
      if (change.docChanged) this.#changed(change);
    };
    const end = (view: EditorView) => {
      if (this.#view !== view) return;
      this.#view = null;
      clearTimeout(this.#timer);
      clearTimeout(this.#slow);
      this.#names.stop();
      this.#thread.stop();
    };
    return [
      ViewPlugin.define((view) => {
        begin(view);
        return {
          update,
          destroy: () => {
            end(view);
          },
        };
      }),
      // Marks wait for the syllable that is being composed.
      EditorView.domEventHandlers({
        compositionend: () => {
          if (this.#areMarksDue) setTimeout(() => this.#mark(), 0);
          return false;
        },
      }),
    ];
  }

  #changed(change: ViewUpdate): void {
    this.#version++;
    if (change.transactions.some((each) => each.isUserEvent('input') || each.isUserEvent('delete'))) {
      this.#typed = this.#version;
    }
    this.#schedule(this.#pane?.isVisible === true ? 0 : HIDDEN_PAUSE);
  }

  /** After the task that is under way, so that the key shows first. */
  #schedule(after: number): void {
    if (!this.#view) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#thread.render(this.#version, () => this.#view?.state.doc.toString() ?? '');
      clearTimeout(this.#slow);
      this.#slow = setTimeout(() => {
        this.#set({ isPending: this.#thread.isBusy });
      }, SLOW);
    }, after);
  }

  #renderAgain(): void {
    this.#thread.setup(this.#options, this.#names.images);
    this.#version++;
    this.#schedule(0);
  }

  #rendered(article: RenderedArticle): void {
    const known = this.#html;
    this.#html = new Map();
    const added = new Map(article.added);
    for (const [id] of article.blocks) this.#html.set(id, added.get(id) ?? known.get(id) ?? '');
    this.#article = article;
    this.#names.want({
      images: article.imageAddresses.filter((address) => !/^https?:/i.test(address)),
      links: [...new Set(article.links.map(({ address }) => address))],
    });
    this.#show();
    this.#tell();
  }

  /** Shows the last article where somebody sees it. */
  #show(): void {
    const { blocks } = this.#article ?? {};
    if (!blocks || this.#pane?.isVisible !== true) return;
    this.#pane.show(blocks, (id) => this.#html.get(id) ?? '');
    const view = this.#view;
    const isTyping = view?.hasFocus === true && this.#article?.version === this.#typed;
    if (isTyping) this.#pane.reveal(view.state.doc.lineAt(view.state.selection.main.head).number);
  }

  #tell(): void {
    const article = this.#article;
    if (!article) return;
    this.#set({
      status: 'ready',
      isPending: this.#state.isPending && this.#thread.isBusy,
      outline: article.outline,
      problems: this.#problems(article),
      words: article.words,
      minutes: article.minutes,
    });
    this.#mark();
  }

  #problems(article: RenderedArticle): PreviewProblem[] {
    // What the site was not asked about yet is not missing.
    const found: PreviewProblem[] = article.problems.filter(
      ({ kind, detail }) => kind !== 'image-missing' || this.#names.knowsImage(detail),
    );
    const lost = article.links.filter(({ address }) => this.#names.isBroken(address));
    for (const { address, line } of [...lost, ...article.lostFragments]) {
      found.push({ kind: 'link-broken', line, detail: address });
    }
    return found.sort((a, b) => a.line - b.line);
  }

  #mark(): void {
    const view = this.#view;
    // Of a text that has changed since, the lines may be others; its own result is on its way.
    if (!view || this.#article?.version !== this.#version) return;
    this.#areMarksDue = view.composing;
    if (!view.composing) markProblems(view, this.#state.problems, this.#i18n);
  }

  #namesChanged(imagesChanged: boolean): void {
    if (imagesChanged) this.#renderAgain();
    else this.#tell();
  }

  #set(changes: Partial<PreviewState>): void {
    const next = { ...this.#state, ...changes };
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    // Parts that are the same stay the same objects.
    for (const name of ['outline', 'problems'] as const) {
      if (JSON.stringify(next[name]) === JSON.stringify(this.#state[name])) {
        Object.assign(next, { [name]: this.#state[name] });
      }
    }
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}
