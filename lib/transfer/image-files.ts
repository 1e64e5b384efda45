import { posix } from 'node:path';
import { decodePercent } from './hugo-paths';
import type { Tree, TreeFile } from './tree';
import type { ImportImage } from './types';

/** Where the files of a source lie, and under which addresses they were published. */
export interface ImagePlaces {
  tree: Tree;
  /** Folders whose content was published at the root, in order of preference. */
  roots: readonly string[];
  /** Path of the old site, `/` or `/blog/`. */
  basePath: string;
  /** Full address of the old site with a trailing slash, null where it is not known. */
  baseUrl: string | null;
}

/** From where an address is written. */
export interface ImageContext {
  /** Folder of the document's file, relative to the source. */
  folder: string;
  /** Address at which files of that folder were published, with slashes at both ends. */
  address: string;
  /** Address of the document, with slashes at both ends. */
  page: string;
}

/** An address that was looked for. */
export interface FoundImage {
  image: ImportImage;
  /** What to write in the body instead of a relative address; null to leave it. */
  replacement: string | null;
}

/**
 * Finds the file that an address means: below the folders that were published at the root, or beside the document.
 *
 * @param address as written.
 * @returns null for what is no address of a file (`data:`, a fragment, an empty one).
 */
export function findImage(
  address: string,
  line: number,
  places: ImagePlaces,
  from: ImageContext,
): FoundImage | null {
  const written = address.trim();
  if (written === '' || written.startsWith('#') || /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(written))
    return null;
  const key = decodePercent(written).normalize('NFC');
  if (/^(?:https?:)?\/\//i.test(written)) return foreign(written, key, line, places);

  const path = decodePercent(written.replace(/[?#].*$/s, '')).normalize('NFC');
  if (path.startsWith('/')) {
    const inSite = `/${path.startsWith(places.basePath) ? path.slice(places.basePath.length) : path.slice(1)}`;
    const file = findAtRoot(inSite, places);
    return { image: found(key, inSite, file, line, places), replacement: inSite === key ? null : inSite };
  }
  const beside = places.tree.find(posix.join(from.folder, path));
  if (beside) return relative(posix.join(from.address, path), beside, line, places);
  for (const candidate of [posix.join(from.page, path), posix.join('/', path)]) {
    const file = findAtRoot(candidate, places);
    if (file) return relative(candidate, file, line, places);
  }
  return relative(posix.join(from.address, path), null, line, places);
}

/** An address on the web; one on the old site itself is looked for among the files. */
function foreign(written: string, key: string, line: number, places: ImagePlaces): FoundImage {
  const url = written.startsWith('//') ? `https:${written}` : written;
  if (places.baseUrl !== null && url.startsWith(places.baseUrl)) {
    const rest = decodePercent(url.slice(places.baseUrl.length).replace(/[?#].*$/s, ''));
    const path = posix.join('/', rest).normalize('NFC');
    const file = findAtRoot(path, places);
    return { image: { address: path, path, file: file?.absolute ?? null, url, line }, replacement: path };
  }
  return {
    image: { address: key, path: null, file: null, url: URL.canParse(url) ? url : null, line },
    replacement: null,
  };
}

function relative(path: string, file: TreeFile | null, line: number, places: ImagePlaces): FoundImage {
  const address = path.normalize('NFC');
  return { image: found(address, address, file, line, places), replacement: address };
}

function found(
  address: string,
  path: string,
  file: TreeFile | null,
  line: number,
  { baseUrl }: ImagePlaces,
): ImportImage {
  const url = file || baseUrl === null ? null : new URL(encodeURI(path).replace(/^\/+/, ''), baseUrl).href;
  return { address, path, file: file?.absolute ?? null, url, line };
}

function findAtRoot(path: string, { tree, roots }: ImagePlaces): TreeFile | null {
  for (const root of roots) {
    const file = tree.find(posix.join(root, path));
    if (file) return file;
  }
  return null;
}

/** Files that are pictures by their name. */
export function isPicture(path: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|bmp|tiff?|svg|ico)$/i.test(path);
}
