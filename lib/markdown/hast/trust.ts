import type { Element, Root } from 'hast';
import { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import { visit } from 'unist-util-visit';
import type { Context } from '../context';
import { RAW_ELEMENTS } from '../mdast/raw-html';

/**
 * How the pipeline tells its own elements from a member's. Before raw HTML is parsed, every element there is comes
 * from Markdown syntax or from a step of the pipeline; their properties are put aside, and the element keeps the
 * number of its set under an attribute whose name does not occur in the source. The sanitiser then lets no class, id,
 * role or data attribute through, whoever wrote it; what was put aside is put back afterwards. Addresses stay on the
 * element all along and are judged like anybody's.
 */
export function putAside(context: Context): (tree: Root) => void {
  const mark = markProperty(context);
  return (tree) => {
    visit(tree, 'element', (node) => {
      const { href, src, ...own } = node.properties;
      if (Object.keys(own).length === 0) return;
      node.properties = {
        ...(href !== undefined && { href }),
        ...(src !== undefined && { src }),
        [mark]: String(context.trusted.length),
      };
      context.trusted.push(own);
    });
  };
}

/** Puts the pipeline's own properties back after sanitising. An id is given once even if the parser made copies. */
export function putBack(context: Context): (tree: Root) => void {
  const mark = markProperty(context);
  return (tree) => {
    const seen = new Set<number>();
    visit(tree, 'element', (node: Element) => {
      const { [mark]: value, ...others } = node.properties;
      if (value === undefined) return;
      node.properties = others;
      const number = typeof value === 'string' ? Number(value) : Number.NaN;
      const own = context.trusted[number];
      if (!own) return;
      Object.assign(node.properties, own);
      if (seen.has(number)) delete node.properties.id;
      seen.add(number);
    });
  };
}

/** The property under which a member's reduced `style` travels; see mdast/raw-html.ts. */
export function styleProperty(context: Context): string {
  return `${markProperty(context)}s`;
}

// `data-trust0` in HTML is `dataTrust0` in a tree.
function markProperty(context: Context): string {
  return `dataT${context.mark.slice(1)}`;
}

/** What may pass: elements of the dialect, addresses of three schemes, and attributes that only describe. */
export function schema(context: Context): Schema {
  const described = ['title', 'lang', 'dir', 'align', markProperty(context), styleProperty(context)];
  return {
    ...defaultSchema,
    tagNames: [...RAW_ELEMENTS, 'section'],
    attributes: {
      '*': described,
      a: ['href'],
      img: ['src', 'alt', 'width', 'height'],
      video: ['src', 'poster', 'width', 'height', 'muted', 'loop', 'playsInline', 'controls', 'preload'],
      source: ['src', 'type'],
      table: ['width'],
      col: ['span', 'width'],
      colgroup: ['span'],
      td: ['colSpan', 'rowSpan', 'width', 'height'],
      th: ['colSpan', 'rowSpan', 'scope', 'width', 'height'],
      ol: ['start'],
      details: ['open'],
    },
    protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'], poster: [] },
    ancestors: {
      tbody: ['table'],
      tfoot: ['table'],
      thead: ['table'],
      td: ['table'],
      th: ['table'],
      tr: ['table'],
    },
    clobber: [],
    clobberPrefix: '',
    required: {},
    strip: [],
    allowComments: false,
    allowDoctypes: false,
  };
}
