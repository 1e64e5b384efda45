/** Where the slices of the fonts lie, for the style sheet that names them and for the server that sends them. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of the slices in the checkout; made by `copyFonts`. */
export const FONTS = 'public/fonts';

/** Each font: where its package keeps the slices, how they are called there, and the letter that they get here. */
const SOURCES = [
  {
    folder: 'node_modules/pretendard/dist/web/variable/woff2-dynamic-subset',
    name: /^PretendardVariable\.subset\.(\d+)\.woff2$/,
    letter: 'p',
  },
  {
    folder: 'node_modules/@fontsource/gowun-batang/files',
    name: /^gowun-batang-([\da-z-]+)-700-normal\.woff2$/,
    letter: 'g',
  },
];

const packages = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
).packages;
/** One version for all slices: other packages make other addresses, so that the bytes of each can be kept for ever. */
const version = createHash('sha256')
  .update(
    ['pretendard', '@fontsource/gowun-batang'].map((it) => packages[`node_modules/${it}`].version).join(),
  )
  .digest('hex')
  .slice(0, 6);

/** @param {string} path of a slice in its package, from the checkout. @returns {string} its address on a site. */
export function fontAddress(path) {
  const source = SOURCES.find(({ folder }) => path.startsWith(`${folder}/`));
  const slice = source?.name.exec(path.slice(source.folder.length + 1))?.[1];
  if (source === undefined || slice === undefined) throw new Error(`no font that is known: ${path}`);
  return `/fonts/${source.letter}${slice}.woff2?v=${version}`;
}

/** Puts the slices where the server sends them from. @param {string} root the checkout. */
export function copyFonts(root) {
  const made = join(root, `${FONTS}.${process.pid}`);
  mkdirSync(made, { recursive: true });
  for (const { folder, name, letter } of SOURCES) {
    for (const file of readdirSync(join(root, folder))) {
      const slice = name.exec(file)?.[1];
      if (slice !== undefined) cpSync(join(root, folder, file), join(made, `${letter}${slice}.woff2`));
    }
  }
  rmSync(join(root, FONTS), { recursive: true, force: true });
  renameSync(made, join(root, FONTS));
}
