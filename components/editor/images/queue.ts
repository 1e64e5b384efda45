import type { I18n } from '@/lib/i18n';
import type { UploadedImage } from '@/lib/media/views';
import type { Answer } from '../../desk';
import type { UploadOptions } from '../../media';
import { refusalOf } from '../../media/refusal';
import type { Upload } from './types';

/** Uploads that are under way at once. */
const AT_ONCE = 2;

/** What has no answer, or one that another try may better. */
const worthRetrying = (status: number): boolean => status === 0 || status === 401 || status >= 429;

interface Entry {
  upload: Upload;
  file: File | null;
  away: AbortController | null;
}

export interface QueueSetup {
  i18n: I18n;
  upload: (file: File, options: UploadOptions) => Promise<Answer<UploadedImage>>;
  /** Something about an upload is different. */
  onChange: () => void;
  /** A picture is there. */
  onDone: (key: string, image: UploadedImage) => void;
}

/** Sends files one after the other, two at once, and remembers what became of each. */
export class UploadQueue {
  readonly #setup: QueueSetup;
  readonly #entries = new Map<string, Entry>();
  #running = 0;

  constructor(setup: QueueSetup) {
    this.#setup = setup;
  }

  get uploads(): Upload[] {
    return [...this.#entries.values()].map(({ upload }) => upload);
  }

  get isBusy(): boolean {
    return this.uploads.some(({ state }) => state === 'waiting' || state === 'uploading');
  }

  get(key: string): Upload | null {
    return this.#entries.get(key)?.upload ?? null;
  }

  add(key: string, file: File): void {
    const name = file.name.normalize('NFC');
    this.#put(key, file, { name, state: 'waiting' });
    const refusal = refusalOf(file, this.#setup.i18n);
    if (refusal !== null) this.#change(key, { state: 'failed', message: refusal, canRetry: false });
    this.#advance();
  }

  /** A placeholder whose file is not known here. */
  addInterrupted(key: string, name: string): void {
    this.#put(key, null, { name, state: 'interrupted' });
    this.#setup.onChange();
  }

  retry(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry?.file || entry.upload.state !== 'failed') return;
    this.#change(key, { state: 'waiting', progress: 0, message: null });
    this.#advance();
  }

  /** Stops an upload; it can be tried again. */
  cancel(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry || (entry.upload.state !== 'waiting' && entry.upload.state !== 'uploading')) return;
    entry.away?.abort();
    const message = this.#setup.i18n.t('images.cancelled');
    this.#change(key, { state: 'failed', message, canRetry: true });
  }

  forget(key: string): void {
    this.#entries.get(key)?.away?.abort();
    if (this.#entries.delete(key)) this.#setup.onChange();
  }

  setInText(key: string, isInText: boolean): void {
    if (this.get(key)?.isInText !== isInText) this.#change(key, { isInText });
  }

  destroy(): void {
    for (const { away } of this.#entries.values()) away?.abort();
  }

  #put(key: string, file: File | null, facts: Pick<Upload, 'name' | 'state'>): void {
    this.#entries.set(key, {
      upload: { key, progress: 0, message: null, canRetry: false, image: null, isInText: true, ...facts },
      file,
      away: null,
    });
  }

  #change(key: string, facts: Partial<Upload>): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.upload = { ...entry.upload, ...facts };
    this.#setup.onChange();
  }

  #advance(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#running >= AT_ONCE) break;
      if (entry.upload.state === 'waiting' && entry.file) void this.#send(key, entry, entry.file);
    }
    this.#setup.onChange();
  }

  async #send(key: string, entry: Entry, file: File): Promise<void> {
    const away = new AbortController();
    entry.away = away;
    this.#running += 1;
    this.#change(key, { state: 'uploading', progress: 0, message: null });
    const answer = await this.#setup.upload(file, {
      signal: away.signal,
      onProgress: (progress) => {
        if (!away.signal.aborted) this.#change(key, { progress });
      },
    });
    this.#running -= 1;
    // Who cancelled has said already what became of it, and may have begun again.
    if (!away.signal.aborted) {
      if (answer.ok) {
        this.#change(key, { state: 'done', progress: 1, image: answer.value });
        this.#setup.onDone(key, answer.value);
      } else {
        const { message, status } = answer;
        this.#change(key, { state: 'failed', message, canRetry: worthRetrying(status) });
      }
    }
    this.#advance();
  }
}
