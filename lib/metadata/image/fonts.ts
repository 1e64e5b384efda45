import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toOpenType } from './woff';

/** The two voices of the site: titles in Gowun Batang, all else in Pretendard. */
export type Voice = 'title' | 'text';

/** Text as outlines. Sizes are those of the font's em times `size`. */
export interface Outlined {
  /** Advance in pixels. */
  width: number;
  /** Groups of SVG, the baseline at y = 0, beginning at x = 0. */
  markup: string;
}

/** Draws text as outlines, so that a picture looks the same on every machine. */
export interface Fonts {
  outline(text: string, voice: Voice, size: number): Outlined;
  /** Width in pixels, without drawing. */
  measure(text: string, voice: Voice, size: number): number;
  /**
   * The text without what no font of the site can draw: signs such as emoji vanish, words of other scripts become an
   * ellipsis. May be empty.
   */
  drawable(text: string): string;
}

interface Glyph {
  id: number;
  advance: number;
  x: number;
  y: number;
}

interface Face {
  covers: Set<number>;
  unitsPerEm: number;
  shape: (text: string) => Glyph[];
  path: (glyph: number) => string;
}

/** Words of which the width is remembered. */
const WORDS_AT_MOST = 4000;

const FILES = {
  batang: '@fontsource/gowun-batang/files/gowun-batang-korean-700-normal.woff',
  pretendard: 'pretendard/dist/public/static/Pretendard-Medium.otf',
} as const;

async function load(file: string): Promise<Face> {
  const { Blob, Buffer: TextBuffer, Face: HarfBuzzFace, Font, shape } = await import('harfbuzzjs');
  // By its place in the checkout, which bundles do not know.
  const bytes = await readFile(join(/* turbopackIgnore: true */ process.cwd(), 'node_modules', file));
  const data = file.endsWith('.woff') ? toOpenType(bytes) : bytes;
  const face = new HarfBuzzFace(new Blob(new Uint8Array(data).buffer));
  const font = new Font(face);
  const paths = new Map<number, string>();
  return {
    covers: new Set(face.collectUnicodes()),
    unitsPerEm: face.upem,
    shape: (text) => {
      const buffer = new TextBuffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      shape(font, buffer);
      const positions = buffer.getGlyphPositions();
      return buffer.getGlyphInfos().map(({ codepoint }, index) => ({
        id: codepoint,
        advance: positions[index]?.xAdvance ?? 0,
        x: positions[index]?.xOffset ?? 0,
        y: positions[index]?.yOffset ?? 0,
      }));
    },
    path: (glyph) => {
      const path = paths.get(glyph) ?? font.glyphToPath(glyph);
      paths.set(glyph, path);
      return path;
    },
  };
}

let loaded: Promise<Fonts> | null = null;

/** @returns the site's fonts, read once; about 20 MB that stay, as long as pictures are drawn. */
export function siteFonts(): Promise<Fonts> {
  loaded ??= loadFonts().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function loadFonts(): Promise<Fonts> {
  const [batang, pretendard] = await Promise.all([load(FILES.batang), load(FILES.pretendard)]);
  const order: Record<Voice, Face[]> = { title: [batang, pretendard], text: [pretendard, batang] };
  const canDraw = (code: number) => batang.covers.has(code) || pretendard.covers.has(code);

  /** Pieces that one font draws, each as long as can be. */
  function pieces(text: string, voice: Voice): { face: Face; text: string }[] {
    const found: { face: Face; text: string }[] = [];
    for (const character of text) {
      const face = order[voice].find(({ covers }) => covers.has(character.codePointAt(0) ?? 0));
      if (!face) continue;
      const last = found.at(-1);
      if (last?.face === face) last.text += character;
      else found.push({ face, text: character });
    }
    return found;
  }

  const known: Record<Voice, Map<string, number>> = { title: new Map(), text: new Map() };
  /** Words come again at every size and width that is tried. */
  function emsOf(word: string, voice: Voice): number {
    const before = known[voice].get(word);
    if (before !== undefined) return before;
    let ems = 0;
    for (const { face, text } of pieces(word, voice)) {
      for (const { advance } of face.shape(text)) ems += advance / face.unitsPerEm;
    }
    if (known[voice].size >= WORDS_AT_MOST) known[voice].clear();
    known[voice].set(word, ems);
    return ems;
  }

  return {
    outline(text, voice, size) {
      let x = 0;
      let markup = '';
      for (const piece of pieces(text, voice)) {
        const scale = size / piece.face.unitsPerEm;
        let pen = 0;
        let paths = '';
        for (const { id, advance, x: right, y: up } of piece.face.shape(piece.text)) {
          const path = piece.face.path(id);
          if (path !== '') paths += `<path transform="translate(${pen + right} ${up})" d="${path}"/>`;
          pen += advance;
        }
        markup += `<g transform="translate(${round(x)} 0) scale(${scale} ${-scale})">${paths}</g>`;
        x += pen * scale;
      }
      return { width: x, markup };
    },
    measure(text, voice, size) {
      let ems = -emsOf(' ', voice);
      for (const word of text.split(' ')) ems += emsOf(word, voice) + emsOf(' ', voice);
      return ems * size;
    },
    drawable(text) {
      let result = '';
      for (const character of text.normalize('NFC').replace(/\s+/gu, ' ')) {
        if (canDraw(character.codePointAt(0) ?? 0)) result += character;
        else if (/[\p{L}\p{N}]/u.test(character)) result += '…';
      }
      return result
        .replace(/…(?:[\s…]*…)+/gu, '…')
        .replace(/ {2,}/g, ' ')
        .trim();
    },
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;
