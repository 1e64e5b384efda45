import sharp from 'sharp';
import { siteFonts, type Fonts } from './fonts';
import { breakLines, shorten } from './lines';

/** What stands on a picture that is shown where a page is shared. */
export interface SharePicture {
  /** Name of the site. */
  site: string;
  /** What the title belongs to, such as a category; empty for nothing. */
  label: string;
  title: string;
  /** One line below: who wrote, when. */
  foot: string;
}

/** Pixels; what all who show such pictures ask for. */
export const PICTURE = { width: 1200, height: 630, type: 'image/png' } as const;

// The light colours of components/styles/tokens.css; a picture cannot follow the reader's choice.
const PAPER = '#fbfcfa';
const INK = '#1b221f';
const SOFT = '#56625b';
const GRID = '#a9cbb9';
const ACCENT = '#12634a';

const EDGE = 80;
const COLUMN = PICTURE.width - 2 * EDGE;
const SQUARE = 40;
const LABEL_AT = 206;
const TITLE_TOP = 236;
const TITLE_BOTTOM = 530;
const FOOT_AT = 574;
const SIZES = [88, 80, 72, 64, 58, 52, 46, 41, 37, 33, 30, 27] as const;
const LEADING = 1.32;

/** The mark of components/ui/Wordmark.tsx: 논 and 문 in squares of manuscript paper. */
const MARK =
  `<g fill="none" stroke="${GRID}" stroke-width="1.5"><path d="M1 1h64v32H1zM33 1v32"/></g>` +
  `<g fill="none" stroke="${INK}" stroke-width="2.6" stroke-linecap="square">` +
  '<path transform="translate(1 0)" d="M9.5 5.5v5.5h13M16 15.25v3.5M6.5 18.75h19M9.5 22.75v5h13"/>' +
  '<path transform="translate(33 0)" d="M9.5 5.5h13v6.75h-13zM6.5 16.25h19M16 16.25v3.5M9.5 22.75v5h13"/></g>';

/** A row of squares from edge to edge, `SQUARE` high, as it closes the masthead. */
function strip(y: number): string {
  let path = `M0 ${y}H${PICTURE.width}M0 ${y + SQUARE}H${PICTURE.width}`;
  for (let x = 0; x <= PICTURE.width; x += SQUARE) path += `M${x} ${y}v${SQUARE}`;
  return `<path d="${path}" fill="none" stroke="${GRID}" stroke-width="1.5"/>`;
}

function placed(markup: string, x: number, y: number, colour: string): string {
  return `<g transform="translate(${x} ${y})" fill="${colour}">${markup}</g>`;
}

/** The largest size at which the title fits; at the least one, what does not fit is cut. */
function setTitle(title: string, top: number, fonts: Fonts): string {
  const height = TITLE_BOTTOM - top;
  for (const size of SIZES) {
    const measure = (text: string) => fonts.measure(text, 'title', size);
    const isLast = size === SIZES.at(-1);
    const least = title.split(' ').some((word) => measure(word) > COLUMN);
    // A word is broken only where it would be broken at any size worth reading.
    if (least && size > 46) continue;
    let lines = breakLines(title, COLUMN, measure);
    const most = Math.floor(height / (size * LEADING));
    if (lines.length > most && !isLast) continue;
    // Large type in many lines shouts.
    if (!isLast && size > 64 && lines.length > 2) continue;
    if (lines.length > most) {
      const rest = lines.slice(most - 1).join(' ');
      lines = [...lines.slice(0, most - 1), shorten(rest, COLUMN, measure)];
    }
    const step = size * LEADING;
    return lines
      .map((line, index) => {
        const baseline = Math.round(top + step * index + size * 0.98);
        return placed(fonts.outline(line, 'title', size).markup, EDGE, baseline, INK);
      })
      .join('');
  }
  return '';
}

function oneLine(text: string, size: number, width: number, fonts: Fonts): { markup: string; width: number } {
  const measure = (part: string) => fonts.measure(part, 'text', size);
  return fonts.outline(shorten(fonts.drawable(text), width, measure), 'text', size);
}

/** @returns the picture as SVG without any text in it: letters are outlines. */
export function pictureMarkup(picture: SharePicture, fonts: Fonts): string {
  const { width, height } = PICTURE;
  const site = fonts.drawable(picture.site);
  const title = fonts.drawable(picture.title) || site;
  const hasLabel = picture.label.trim() !== '';
  const parts = [
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<g transform="translate(${EDGE - 2} 33) scale(1.5)">${MARK}</g>`,
    placed(oneLine(site, 32, COLUMN - 130, fonts).markup, EDGE + 122, 69, INK),
    strip(112),
    hasLabel ? placed(oneLine(picture.label, 30, COLUMN, fonts).markup, EDGE, LABEL_AT, ACCENT) : '',
    setTitle(title, hasLabel ? TITLE_TOP : TITLE_TOP - 40, fonts),
    placed(oneLine(picture.foot, 30, COLUMN, fonts).markup, EDGE, FOOT_AT, SOFT),
    `<rect y="${height - 10}" width="${width}" height="10" fill="${ACCENT}"/>`,
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`
  );
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Draws one picture after the other, so that a crowd of visitors never costs more than one core and one picture's
 * memory; letters become dots outside of the main thread.
 *
 * @returns a PNG of {@link PICTURE}'s size.
 */
export function drawPicture(picture: SharePicture): Promise<Buffer> {
  const draw = async () => {
    const markup = pictureMarkup(picture, await siteFonts());
    return sharp(Buffer.from(markup)).png({ palette: true, colours: 64, effort: 1, dither: 0 }).toBuffer();
  };
  const mine = last.then(draw, draw);
  last = mine.catch(() => undefined);
  return mine;
}
