import type { Element, ElementContent, Root } from 'hast';
import { report, type Context } from '../context';
import type { ResolvedImage } from '../types';
import { hostOf, imageName, safeAddress } from './addresses';
import { element, hasClass, isBlank, lineOf, replace, textOf } from './tree';

/** Width of the column that text stands in, for `sizes`: what a browser needs to choose a variant. */
const SIZES = '(min-width: 48rem) 44rem, 100vw';

/** Gives images of the site their size and variants; shows others as what they are, without asking for them. */
export function images(context: Context): (tree: Root) => void {
  return (tree) => {
    let served = 0;
    replace(tree, (node, parents) => {
      if (node.tagName === 'video') return video(node, context);
      if (node.tagName !== 'img') return undefined;
      const address = String(node.properties.src ?? '');
      const name = imageName(address);
      const alt = String(node.properties.alt ?? '').trim();
      const line = lineOf(node);
      if (name !== '') context.imageAddresses.add(name);
      const image = context.options.images?.get(name);
      const inLink = parents.some((parent) => parent.tagName === 'a');
      if (!image) return [absent(name, address, alt, line, inLink, context)];
      if (alt === '') report(context, 'image-without-alt', line, name);
      context.leadImage ??= { src: image.src, width: image.width, height: image.height, alt };
      return [present(node, image, alt, served++ === 0, inLink, context)];
    });
    replace(tree, figure);
  };
}

function present(
  node: Element,
  image: ResolvedImage,
  alt: string,
  first: boolean,
  inLink: boolean,
  context: Context,
): Element {
  const { width, height, style } = shownSize(node, image);
  const variants = image.variants.filter((variant) => variant.width < image.width);
  const title = node.properties.title;
  const img = element('img', {
    src: image.src,
    ...(variants.length > 0 && {
      srcSet: [...variants, { src: image.src, width: image.width }]
        .map((v) => `${v.src} ${v.width}w`)
        .join(', '),
      sizes: style ? undefined : width < 704 ? `${width}px` : SIZES,
    }),
    alt,
    ...(typeof title === 'string' && title !== '' && { title }),
    width,
    height,
    ...(style && { style }),
    // The first may be what the reader sees first; the rest can wait.
    ...(!first && { loading: 'lazy' }),
    decoding: 'async',
  });
  img.position = node.position;
  if (inLink) return img;
  const link = element(
    'a',
    { href: image.src, className: ['enlarge'], dataEnlarge: '', ariaLabel: alt || context.labels.enlarge },
    [img],
    { role: 'enlarge' },
  );
  link.position = node.position;
  return link;
}

/** Pixels that an image takes: its own, or what the author asked for by attribute, `width` or `zoom`. */
function shownSize(node: Element, image: ResolvedImage): { width: number; height: number; style?: string } {
  const ratio = image.height / image.width;
  const zoom = typeof node.properties.dataZoom === 'string' ? node.properties.dataZoom : '';
  const asked = String(node.properties.width ?? '');
  const askedHeight = String(node.properties.height ?? '');
  const scaled = (width: number) => {
    const whole = Math.max(1, Math.min(4_000, Math.round(width)));
    return { width: whole, height: Math.max(1, Math.round(whole * ratio)) };
  };
  if (zoom !== '') return scaled((image.width * Number.parseFloat(zoom)) / (zoom.endsWith('%') ? 100 : 1));
  if (asked.endsWith('%')) {
    const percent = Math.min(100, Number.parseFloat(asked));
    return { width: image.width, height: image.height, style: `width:${percent}%` };
  }
  if (/^\d+(?:\.\d+)?(?:px)?$/.test(asked)) return scaled(Number.parseFloat(asked));
  if (/^\d+(?:\.\d+)?r?em$/.test(asked)) return scaled(Number.parseFloat(asked) * 16);
  if (/^\d+(?:\.\d+)?(?:px)?$/.test(askedHeight)) return scaled(Number.parseFloat(askedHeight) / ratio);
  return { width: image.width, height: image.height };
}

function absent(
  name: string,
  address: string,
  alt: string,
  line: number,
  inLink: boolean,
  context: Context,
): Element {
  const { labels } = context;
  const elsewhere = /^https?:\/\//i.test(name) ? safeAddress(address) : null;
  if (elsewhere !== null) {
    report(context, 'image-foreign', line, name);
    const shown = [
      element('span', { className: ['card-label'] }, [labels.imageElsewhere]),
      ' ',
      element('span', { className: ['card-title'] }, [alt || hostOf(elsewhere)]),
    ];
    if (inLink) return element('span', { className: ['card', 'image-elsewhere'] }, shown);
    const link = element(
      'a',
      { href: elsewhere, rel: ['noopener'], className: ['card', 'image-elsewhere'] },
      shown,
      { role: 'image-elsewhere' },
    );
    return link;
  }
  report(context, 'image-missing', line, name);
  return element(
    'span',
    {
      className: ['image-missing'],
      role: 'img',
      ariaLabel: alt ? `${labels.imageMissing}: ${alt}` : labels.imageMissing,
    },
    [
      element('span', { className: ['image-missing-label'] }, [labels.imageMissing]),
      ...(alt ? [' ', element('span', { className: ['image-missing-alt'] }, [alt])] : []),
    ],
    { role: 'image-missing' },
  );
}

/** Videos only from the site's own media; of others a link is left. */
function video(node: Element, context: Context): ElementContent[] {
  const sources = [node, ...node.children].flatMap((child) =>
    child.type === 'element' && typeof child.properties.src === 'string' ? [child.properties.src] : [],
  );
  const own = sources.filter((src) => /^\/media\/[\w.-]+$/.test(src));
  if (own.length > 0) {
    const size = ['width', 'height'].flatMap((name) => {
      const value = String(node.properties[name] ?? '');
      return /^\d+(?:px)?$/.test(value) ? [[name, Number.parseInt(value, 10)] as const] : [];
    });
    const flags = ['muted', 'loop']
      .filter((name) => node.properties[name] !== undefined)
      .map((name) => [name, true] as const);
    return [
      element(
        'video',
        {
          src: own[0],
          controls: true,
          preload: 'metadata',
          playsInline: true,
          ...Object.fromEntries([...size, ...flags]),
        },
        [element('a', { href: own[0] }, [context.labels.video])],
      ),
    ];
  }
  const elsewhere = sources.map(safeAddress).find((src) => src !== null && /^https?:/i.test(src));
  report(context, elsewhere ? 'image-foreign' : 'image-missing', lineOf(node), sources[0] ?? '<video>');
  if (!elsewhere)
    return [
      element('span', { className: ['image-missing'] }, [context.labels.video], { role: 'image-missing' }),
    ];
  return [
    element('a', { href: elsewhere, rel: ['noopener'], className: ['card'] }, [
      element('span', { className: ['card-label'] }, [context.labels.video]),
      ' ',
      element('span', { className: ['card-title'] }, [hostOf(elsewhere)]),
    ]),
  ];
}

/**
 * An image alone in a paragraph with a title, with an emphasised line below it, or followed by a centred block of
 * words (as old posts have), becomes a figure with a caption.
 */
function figure(node: Element): ElementContent[] | undefined {
  if (node.tagName !== 'p') return undefined;
  const [first, ...rest] = node.children.filter((child) => !isBlank(child));
  if (first?.type !== 'element' || !isPicture(first)) return undefined;
  const others = rest.filter((child) => !(child.type === 'element' && child.tagName === 'br'));
  const img = pictureOf(first);
  const title = img?.properties.title;
  let caption: ElementContent[] | undefined;
  if (others.length === 1 && others[0]?.type === 'element' && others[0].tagName === 'em')
    caption = others[0].children;
  else if (others.length > 0) return undefined;
  else if (typeof title === 'string' && title.trim() !== '') caption = [{ type: 'text', value: title }];
  if (!caption) return undefined;
  if (img) delete img.properties.title;
  const made = element('figure', {}, [first, element('figcaption', {}, caption)]);
  made.position = node.position;
  return [made];
}

/** Captions written as `<center>` below an image, which only the parents of both can see. */
export function centredCaptions(): (tree: Root) => void {
  return (tree) => {
    for (let i = 0; i < tree.children.length; i++) {
      const node = tree.children[i]!;
      if (node.type !== 'element' || node.tagName !== 'p') continue;
      const [picture, ...others] = node.children.filter((child) => !isBlank(child));
      if (picture?.type !== 'element' || !isPicture(picture) || others.length > 0) continue;
      let next = i + 1;
      while (tree.children[next] && isBlank(tree.children[next]!)) next++;
      const below = tree.children[next];
      if (below?.type !== 'element' || below.tagName !== 'center') continue;
      const words = textOf(below).trim();
      if (words === '' || words.length > 300) continue;
      const inner = below.children.filter((child) => !isBlank(child));
      const only =
        inner.length === 1 && inner[0]?.type === 'element' && inner[0].tagName === 'p'
          ? inner[0].children
          : below.children;
      if (only.some((child) => child.type === 'element' && BLOCKS.has(child.tagName))) continue;
      const made = element('figure', {}, [picture, element('figcaption', {}, only)]);
      made.position = node.position;
      tree.children.splice(i, next - i + 1, made);
    }
  };
}

const BLOCKS = new Set([
  'p',
  'div',
  'table',
  'ul',
  'ol',
  'pre',
  'blockquote',
  'figure',
  'center',
  'img',
  'video',
  'hr',
  'details',
]);

function isPicture(node: Element): boolean {
  return (
    pictureOf(node) !== undefined || hasClass(node, 'image-missing') || hasClass(node, 'image-elsewhere')
  );
}

function pictureOf(node: Element): Element | undefined {
  if (node.tagName === 'img') return node;
  const only = node.tagName === 'a' && node.children.length === 1 ? node.children[0] : undefined;
  return only?.type === 'element' && only.tagName === 'img' ? only : undefined;
}
