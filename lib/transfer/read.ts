import { readdir, stat } from 'node:fs/promises';
import { ImportError } from './errors';
import { readFeed } from './feed';
import { readFolder } from './folder';
import { readHugoSite, type ReadOptions } from './hugo';
import type { ImportSource } from './types';

/**
 * Reads whatever the operator names: a folder with a Hugo site or with Markdown files, or a feed in a file or on the
 * web.
 *
 * @throws {ImportError}
 */
export async function readSource(source: string, options: ReadOptions = {}): Promise<ImportSource> {
  if (/^https?:\/\//i.test(source)) return readFeed(source, options);
  const found = await stat(source).catch(() => null);
  if (!found) throw new ImportError('source-missing', { source });
  if (!found.isDirectory()) return readFeed(source, options);
  return (await isHugoSite(source)) ? readHugoSite(source, options) : readFolder(source, options);
}

async function isHugoSite(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  const hasConfig = names.some((name) => /^(?:hugo|config)\.(?:toml|ya?ml|json)$/.test(name));
  return names.includes('content') && (hasConfig || names.includes('config'));
}
