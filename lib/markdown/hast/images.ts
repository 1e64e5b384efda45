import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { report, type Context } from '../context';
import type { ResolvedImage } from '../types';
import { hostOf, imageName, safeAddress } from './addresses';
import { element, hasClass, isBlank, lineOf, rememberedOf, replace, stringOf, textOf } from './tree';

/** Width of the column that text stands in, for `sizes`: what a browser needs to choose a variant. */
const SIZES = '(min-width: 48rem) 44rem, 100vw';

/** Gives images of the site their size and variants; shows others as what they are, without asking for them. */
export function images(context: Context): (tree: Root) => void {
  return (tree) => {
    let served = 0;
    replace(tree, (node, parents) => {
      if (node.tagName === 'video') return video(node, context);
      if (node.tagName !== 'img') return undefined;
      const address = stringOf(node.properties.src);
      const name = imageName(address);
      const alt = stringOf(node.properties.alt).trim();
      if (name !== '') context.imageAddresses.add(name);
      const image = context.options.images?.get(name);
      const inLink = parents.some((parent) => parent.tagName === 'a');
      if (!image) return [absent(node, name, alt, inLink, context)];
      if (alt === '') report(context, 'image-without-alt', lineOf(node), name);
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
  const zoom = stringOf(node.properties.dataZoom);
  const asked = stringOf(node.properties.width);
  const askedHeight = stringOf(node.properties.height);
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

/** Words that editors put where the author wrote none. */
function saysNothing(alt: string): boolean {
  return /^(?:|img|image|그림|사진|이미지)$/i.test(alt.trim());
}

function absent(node: Element, name: string, alt: string, inLink: boolean, context: Context): Element {
  const line = lineOf(node);
  const title = stringOf(node.properties.title);
  const address = stringOf(node.properties.src);
  const { labels } = context;
  const elsewhere = /^https?:\/\//i.test(name) ? safeAddress(address) : null;
  if (elsewhere !== null) {
    report(context, 'image-foreign', line, name);
    const shown = [
      element('span', { className: ['card-label'] }, [labels.imageElsewhere]),
      ' ',
      element('span', { className: ['card-title'] }, [saysNothing(alt) ? hostOf(elsewhere) : alt]),
    ];
    const image = { src: elsewhere, alt };
    if (inLink) {
      const remembered = { role: 'image-elsewhere' as const, image };
      return element('span', { className: ['card', 'image-elsewhere'] }, shown, remembered);
    }
    const link = element(
      'a',
      { href: elsewhere, rel: ['noopener'], className: ['card', 'image-elsewhere'] },
      shown,
      { role: 'image-elsewhere', title, image },
    );
    return link;
  }
  report(context, 'image-missing', line, name);
  return element(
    'span',
    {
      className: ['image-missing'],
      role: 'img',
      ariaLabel: saysNothing(alt) ? labels.imageMissing : `${labels.imageMissing}: ${alt}`,
    },
    [
      element('span', { className: ['image-missing-label'] }, [labels.imageMissing]),
      ...(saysNothing(alt) ? [] : [' ', element('span', { className: ['image-missing-alt'] }, [alt])]),
    ],
    { role: 'image-missing', title, ...(safeAddress(address) !== null && { image: { src: address, alt } }) },
  );
}

/** Videos only from the site's own media; of others a link is left. */
function video(node: Element, context: Context): ElementContent[] {
  const sources = [node, ...node.children].flatMap((child) =>
    child.type === 'element' && typeof child.properties.src === 'string' ? [child.properties.src] : [],
  );
  const own = sources.filter((src) => /^\/media\/[\w.-]+$/.test(src));
  if (own.length > 0) {
    const properties: Properties = { src: own[0], controls: true, preload: 'metadata', playsInline: true };
    for (const name of ['width', 'height']) {
      const value = stringOf(node.properties[name]);
      if (/^\d+(?:px)?$/.test(value)) properties[name] = Number.parseInt(value, 10);
    }
    for (const name of ['muted', 'loop']) if (node.properties[name] !== undefined) properties[name] = true;
    return [element('video', properties, [element('a', { href: own[0] }, [context.labels.video])])];
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
  const title = img ? stringOf(img.properties.title) : (rememberedOf(first)?.title ?? '');
  let caption: ElementContent[] | undefined;
  if (others.length === 1 && others[0]?.type === 'element' && others[0].tagName === 'em')
    caption = others[0].children;
  else if (others.length > 0) return undefined;
  else if (title.trim() !== '') caption = [{ type: 'text', value: title }];
  if (!caption) return undefined;
  if (img) delete img.properties.title;
  const made = element('figure', {}, [first, element('figcaption', {}, caption)]);
  made.position = node.position;
  return [made];
}

/** Captions written as `<center>` below an image, which only the parents of both can see. */
export function centredCaptions(): (tree: Root) => void {
  return (tree) => {
    tree.children.forEach((node, index) => {
      const picture = pictureAlone(node);
      if (!picture) return;
      const next = tree.children.findIndex((other, at) => at > index && !isBlank(other));
      const caption = captionIn(tree.children[next]);
      if (!caption) return;
      const made = element('figure', {}, [picture, element('figcaption', {}, caption)]);
      made.position = node.position;
      tree.children.splice(index, next - index + 1, made);
    });
  };
}

function pictureAlone(node: RootContent): Element | undefined {
  if (node.type !== 'element' || node.tagName !== 'p') return undefined;
  const [picture, ...others] = node.children.filter((child) => !isBlank(child));
  return picture?.type === 'element' && isPicture(picture) && others.length === 0 ? picture : undefined;
}

/** The words of a `<center>` that holds words alone, in one paragraph or none. */
function captionIn(node: RootContent | undefined): ElementContent[] | undefined {
  if (node?.type !== 'element' || node.tagName !== 'center') return undefined;
  const words = textOf(node).trim();
  if (words === '' || words.length > 300) return undefined;
  const [only, ...others] = node.children.filter((child) => !isBlank(child));
  const isWrapped = only?.type === 'element' && only.tagName === 'p' && others.length === 0;
  const inner = isWrapped ? only.children : node.children;
  return inner.some((child) => child.type === 'element' && BLOCKS.has(child.tagName)) ? undefined : inner;
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
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
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
