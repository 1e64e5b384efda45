import { posix } from 'node:path';
import { readAuthors, type NamedAuthor } from './authors';
import { fitTitle, headingTitle } from './documents';
import { asText, splitFrontMatter, type Table } from './front-matter';
import { findImage, isPicture, type ImageContext, type ImagePlaces } from './image-files';
import { findAddresses, replaceAddresses, type NamedAddress } from './markdown-addresses';
import type { Notices } from './notices';
import { cleanLine } from './text';
import { readText, type TreeFile } from './tree';
import type { ImportAuthor, ImportImage } from './types';

/** A Markdown file, read but not yet placed on the site. */
export interface MarkdownFile {
  file: TreeFile;
  data: Table;
  body: string;
  bodyLine: number;
}

/** Extensions that Hugo takes for Markdown. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown|mdown)$/i.test(path);
}

/** Texts in other formats that Hugo knows and Nonmun does not. */
export function isOtherText(path: string): boolean {
  return /\.(?:html?|org|adoc|asciidoc|rst|pandoc|pdc)$/i.test(path);
}

/** @returns null where the file cannot be read; the notice is already given. */
export async function readMarkdown(file: TreeFile, notices: Notices): Promise<MarkdownFile | null> {
  const text = await readText(file, notices);
  if (text === null) return null;
  const parsed = splitFrontMatter(text);
  if (!('problem' in parsed)) return { file, ...parsed };
  notices.error(
    file.path,
    parsed.line,
    parsed.problem,
    'detail' in parsed ? { detail: parsed.detail } : undefined,
  );
  return null;
}

/** Name of a file without folder and extension. */
export function stemOf(path: string): string {
  return posix.basename(path).replace(/\.[^.]*$/, '');
}

/**
 * What a document is called: its front matter's title, the heading that it begins with, or its file's name. A title
 * that is too long is cut, and stands whole at the top of the body.
 */
export function titled(
  read: MarkdownFile,
  fallback: string,
  notices: Notices,
): MarkdownFile & { title: string } {
  const { file, data } = read;
  let { body, bodyLine } = read;
  let title = cleanLine(asText(data.title) ?? '');
  if (title === '') {
    const heading = headingTitle(body);
    title = heading?.title ?? '';
    body = heading?.body ?? body;
    bodyLine += heading?.lines ?? 0;
  }
  if (title === '') {
    title = cleanLine(fallback.replaceAll('-', ' ')) || '…';
    notices.warn(file.path, null, 'title-missing', { title });
  }
  const fitted = fitTitle(title);
  if (fitted.lead !== '') notices.warn(file.path, null, 'title-cut', { length: Array.from(title).length });
  return {
    ...read,
    title: fitted.title,
    body: fitted.lead + body,
    bodyLine: bodyLine - (fitted.lead === '' ? 0 : 2),
  };
}

/** Finds what a body links to: pictures become {@link ImportImage}s, links to other files addresses of pages. */
export function resolveBody(
  { file, body, bodyLine }: MarkdownFile,
  places: ImagePlaces,
  from: ImageContext,
  pageAddress: (name: string) => string | null,
  notices: Notices,
): { body: string; images: ImportImage[] } {
  const named = findAddresses(body);
  if (named === null) {
    notices.warn(file.path, bodyLine, 'body-unreadable');
    return { body, images: [] };
  }
  const images = new Map<string, ImportImage>();
  const replacements = new Map<NamedAddress, string>();
  for (const entry of named) {
    const line = bodyLine + entry.line - 1;
    if (entry.kind === 'link' && !isPicture(entry.address)) {
      const target = isRelativeFile(entry.address) ? pageAddress(entry.address) : null;
      if (target !== null) replacements.set(entry, target);
      else if (isRelativeFile(entry.address)) {
        notices.warn(file.path, line, 'link-missing', { address: entry.address });
      }
      continue;
    }
    const found = findImage(entry.address, line, places, from);
    if (!found || (entry.kind === 'link' && found.image.file === null)) continue;
    if (found.replacement !== null && entry.span !== null) replacements.set(entry, found.replacement);
    if (images.has(found.image.address)) continue;
    images.set(found.image.address, found.image);
    if (found.image.file === null && found.image.path !== null) {
      notices.warn(file.path, line, 'image-missing', { address: found.image.address });
    }
  }
  return { body: replaceAddresses(body, replacements), images: [...images.values()] };
}

/** A link from one Markdown file to another. */
function isRelativeFile(address: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(address) && isMarkdown(address.replace(/[?#].*$/s, ''));
}

/** Authors with their avatars found. */
export function resolveAuthors(
  { file, data }: MarkdownFile,
  fallback: readonly NamedAuthor[],
  places: ImagePlaces,
  from: ImageContext,
  notices: Notices,
): ImportAuthor[] {
  const own = readAuthors(data);
  return (own.length > 0 ? own : fallback).map(({ avatar, ...author }) => {
    const image = avatar === null ? null : (findImage(avatar, 1, places, from)?.image ?? null);
    // Once, not with each post of the author.
    if (image && image.file === null && image.path !== null) {
      notices.warnOnce(file.path, 'image-missing', { address: image.address });
    }
    return { ...author, avatar: image };
  });
}
