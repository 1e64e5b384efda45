import { constants } from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { ImportError } from './errors';
import type { Notices } from './notices';
import { cleanText, decodeUtf8 } from './text';

/** Enough for the largest blogs, and an end for a folder that was named by mistake, such as a whole disk. */
const maxFiles = 200_000;
const maxDepth = 64;

/** Longest Markdown or configuration file, in bytes. */
export const maxTextFile = 5 * 1024 * 1024;

/** For people; at least one decimal tells 5.1 from 5. */
export function megabytes(bytes: number): number {
  return Math.ceil((bytes / 1024 / 1024) * 10) / 10;
}

/** A regular file of the source. */
export interface TreeFile {
  /** Relative to the source, with slashes, NFC: for people, keys and comparison. */
  path: string;
  /** Absolute, as the file system spells it. */
  absolute: string;
}

/**
 * The regular files below a folder. Symbolic links are left out, whatever they lead to: they could lead out of the
 * folder, or in circles. A folder that holds none of the files sought is not an error.
 */
export class Tree {
  private readonly byPath = new Map<string, TreeFile>();
  private readonly byFoldedPath = new Map<string, TreeFile>();

  private constructor(readonly files: readonly TreeFile[]) {
    for (const file of files) {
      this.byPath.set(file.path, file);
      const folded = fold(file.path);
      if (!this.byFoldedPath.has(folded)) this.byFoldedPath.set(folded, file);
    }
  }

  /**
   * @param folders relative to `root`; those that do not exist are empty.
   * @throws {ImportError} `source-too-many-files`.
   */
  static async read(root: string, folders: readonly string[], notices: Notices): Promise<Tree> {
    const files: TreeFile[] = [];
    const realRoot = await realpath(root);
    for (const folder of new Set(folders)) {
      await collect(realRoot, folder, files, notices, 0);
    }
    files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    return new Tree(files);
  }

  /**
   * The file at a path, whatever its case and Unicode form: authors on Macs and Windows do not notice that
   * `Figure.PNG` is not `figure.png`. An exact match wins.
   */
  find(path: string): TreeFile | null {
    const normal = posix.normalize(path).normalize('NFC');
    if (normal.startsWith('../') || normal.startsWith('/')) return null;
    return this.byPath.get(normal) ?? this.byFoldedPath.get(fold(normal)) ?? null;
  }

  /** The only file whose path ends so; null where there are none or several. */
  findByEnding(ending: string): TreeFile | null {
    const folded = `/${fold(ending)}`;
    const found = this.files.filter((file) => fold(`/${file.path}`).endsWith(folded));
    return found.length === 1 ? (found[0] ?? null) : null;
  }
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

async function collect(
  root: string,
  folder: string,
  files: TreeFile[],
  notices: Notices,
  depth: number,
): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      notices.error(folder, null, 'file-unreadable', { reason: code ?? '' });
    return [];
  });
  for (const entry of entries) {
    const name = posix.join(folder, entry.name);
    const path = name.normalize('NFC');
    if (isIgnored(entry.name)) continue;
    if (entry.isSymbolicLink()) notices.warn(path, null, 'symlink');
    else if (entry.isDirectory()) {
      if (depth < maxDepth) await collect(root, name, files, notices, depth + 1);
    } else if (entry.isFile()) {
      if (files.length >= maxFiles)
        throw new ImportError('source-too-many-files', { source: root, maxFiles });
      files.push({ path, absolute: join(root, name) });
    }
  }
}

/** What Hugo ignores too: hidden files, and what editors leave behind. */
function isIgnored(name: string): boolean {
  return name.startsWith('.') || name.startsWith('#') || name.endsWith('~') || name === 'node_modules';
}

/**
 * Reads a text file as Nonmun keeps text.
 *
 * @returns null where it cannot be read; the notice is already given.
 */
export async function readText(file: TreeFile, notices: Notices): Promise<string | null> {
  let bytes: Uint8Array;
  try {
    // Not through a link that took the file's place since the folder was listed.
    const handle = await open(file.absolute, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const { size } = await handle.stat();
      if (size > maxTextFile) {
        notices.error(file.path, null, 'file-too-large', {
          sizeMb: megabytes(size),
          limitMb: megabytes(maxTextFile),
        });
        return null;
      }
      bytes = await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    notices.error(file.path, null, 'file-unreadable', {
      reason: (error as NodeJS.ErrnoException).code ?? '',
    });
    return null;
  }
  const decoded = decodeUtf8(bytes);
  if ('text' in decoded) return cleanText(decoded.text);
  notices.error(file.path, 'line' in decoded ? decoded.line : null, decoded.problem);
  return null;
}
