import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Actor } from '@/lib/audit';
import { db, transaction } from '@/lib/db';
import { fetchPublic, FetchError } from '@/lib/fetch';
import {
  findUploaded,
  giveAddress,
  keepMedia,
  MAX_BYTES,
  MediaError,
  prepareMedia,
  type MediaFault,
} from '@/lib/media';
import { refreshPostsNaming } from '@/lib/posts';
import type { Notices } from './notices';
import type { ImportImage, NoticeCode } from './types';

/** For one picture, in milliseconds. */
const FETCH_TIMEOUT = 15_000;
/** A host that failed this often is not asked again. */
const PATIENCE = 2;

/** What an import says of a picture that was refused. */
const NOTICES: Record<MediaFault, NoticeCode> = {
  empty: 'image-damaged',
  damaged: 'image-damaged',
  'not-an-image': 'image-not-an-image',
  'other-file': 'image-not-an-image',
  svg: 'image-not-an-image',
  'heic-unreadable': 'image-not-an-image',
  'too-many-bytes': 'image-too-many-bytes',
  'too-many-pixels': 'image-too-many-pixels',
  'too-many-frames': 'image-too-many-pixels',
  'too-slow': 'image-too-many-pixels',
};

/** Brings pictures home, each once, and gives them the addresses by which posts name them. */
export class ImageImporter {
  readonly counts = { new: 0, unchanged: 0, missing: 0 };
  /** Addresses that the source lacks but that were found on the web, or had been brought home before. */
  readonly foundElsewhere = new Set<string>();
  private readonly done = new Map<string, string | null>();
  private readonly failures = new Map<string, number>();
  /** Addresses that this run knows to lead to their picture. */
  private readonly addressed = new Map<string, string>();

  constructor(
    private readonly actor: Actor,
    private readonly notices: Notices,
    private readonly options: { dryRun: boolean; fetch: boolean; trustedOrigin?: string },
  ) {}

  /**
   * @param image a picture that a document names.
   * @param file of the document, for messages.
   * @returns id of the media, or null where there are no bytes to be had.
   */
  async bring(image: ImportImage, file: string): Promise<string | null> {
    const addresses = [...new Set([image.address, ...(image.path === null ? [] : [image.path])])];
    const key = image.file ?? image.url ?? image.address;
    const known = this.done.get(key);
    const id = known === undefined ? await this.fetchOnce(image, file) : known;
    this.done.set(key, id);
    if (id !== null && image.file === null) this.foundElsewhere.add(image.address);
    if (id !== null && !this.options.dryRun) await this.address(id, addresses);
    return id;
  }

  private async fetchOnce(image: ImportImage, file: string): Promise<string | null> {
    if (image.file === null) {
      const address = await db().mediaAddress.findFirst({
        where: { path: { in: [image.address, ...(image.path === null ? [] : [image.path])] } },
        select: { mediaId: true },
      });
      if (address) {
        this.counts.unchanged += 1;
        return address.mediaId;
      }
    }
    const bytes = await this.bytes(image, file);
    if (!bytes) {
      this.counts.missing += 1;
      return null;
    }
    const uploaded = await findUploaded(bytes);
    if (uploaded !== null) {
      this.counts.unchanged += 1;
      return uploaded;
    }
    try {
      const prepared = await prepareMedia(bytes, basename(image.path ?? image.address));
      this.counts.new += 1;
      if (this.options.dryRun) return null;
      return await transaction((tx) => keepMedia(tx, this.actor, prepared));
    } catch (error) {
      if (!(error instanceof MediaError)) throw error;
      this.counts.missing += 1;
      this.notices.warn(file, image.line, NOTICES[error.fault], { address: image.address });
      return null;
    }
  }

  private async bytes(image: ImportImage, file: string): Promise<Uint8Array | null> {
    if (image.file !== null) return readFile(image.file);
    if (image.url === null) return null;
    // Of a file that should be in the source, its reader has already said that it is missing.
    const say = (code: 'image-not-fetched' | 'image-unreachable', address: string) => {
      if (image.path === null) this.notices.warn(file, image.line, code, { address });
      return null;
    };
    const { host } = new URL(image.url);
    if (!this.options.fetch || this.options.dryRun || (this.failures.get(host) ?? 0) >= PATIENCE) {
      return say('image-not-fetched', image.url);
    }
    try {
      const { body } = await fetchPublic(image.url, {
        maxBytes: MAX_BYTES,
        timeoutMs: FETCH_TIMEOUT,
        accept: 'image/*',
        ...(this.options.trustedOrigin && { trustedOrigin: this.options.trustedOrigin }),
      });
      return body;
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      this.failures.set(host, (this.failures.get(host) ?? 0) + 1);
      return say('image-unreachable', image.url);
    }
  }

  private async address(mediaId: string, addresses: string[]): Promise<void> {
    const unsure = addresses.filter((path) => this.addressed.get(path) !== mediaId);
    if (unsure.length === 0) return;
    const known = await db().mediaAddress.findMany({ where: { path: { in: unsure }, mediaId } });
    const missing = unsure.filter((path) => !known.some((address) => address.path === path));
    if (missing.length > 0) {
      await transaction(async (tx) => {
        for (const path of missing) await giveAddress(tx, mediaId, path);
        await refreshPostsNaming(tx, missing);
      });
    }
    for (const path of unsure) this.addressed.set(path, mediaId);
  }
}
