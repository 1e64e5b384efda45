import type { Element, ElementContent, Root } from 'hast';
import { classesOf, findElement, isElement, isNamed, property, replaceNodes, textOf } from './prepare';

/**
 * Makes of what word processors and browsers put on the clipboard the HTML that they meant, in place: weights and
 * slants that are written as styles become elements, paragraphs that look like lists become lists, and what carries
 * the program's own data goes.
 */
export function tidyClipboard(tree: Root): void {
  const isWord = findElement(asElement(tree), (element) =>
    classesOf(element).some((name) => name.startsWith('Mso')),
  );
  replaceNodes(tree, unwanted);
  if (isWord) wordLists(tree);
  tidy(tree);
}

function asElement(tree: Root): Element {
  return { type: 'element', tagName: 'div', properties: {}, children: tree.children as ElementContent[] };
}

/** What is dropped, or gives its place to its content. */
function unwanted(node: ElementContent): ElementContent[] | null {
  if (!isElement(node)) return null;
  const classes = classesOf(node);
  if (isNamed(node, 'title', 'meta', 'link', 'style', 'button', 'colgroup', 'col')) return [];
  if (isNamed(node, 'br') && classes.includes('Apple-interchange-newline')) return [];
  // The pen beside headings of Wikipedia; copies for machines.
  if (classes.some((name) => name === 'mw-editsection' || name === 'mjx-assistive-speech')) return [];
  // MathJax 3 draws with a font and keeps the formula for screen readers.
  if (node.tagName === 'mjx-container') {
    const math = findElement(node, (element) => isElement(element, 'math'));
    if (!math) return null;
    if (property(node, 'display') === 'true') math.properties.display = 'block';
    return [math];
  }
  return null;
}

/** From the bottom up, so that an element is looked at when its content is tidy. */
function tidy(parent: Root | Element): void {
  for (const child of parent.children) if (child.type === 'element') tidy(child);
  const isCode = parent.type === 'element' && isElement(parent, 'pre', 'code');
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type === 'text') {
      // Browsers write a space at the end of an element as one that does not break.
      return isCode ? [child] : [{ ...child, value: child.value.replaceAll('\u00a0', ' ') }];
    }
    return isElement(child) && !isCode ? tidied(child) : [child];
  });
}

function tidied(node: Element): ElementContent[] {
  const style = property(node, 'style').toLowerCase();
  // Google Docs wraps everything in a <b> that is not bold.
  if (isNamed(node, 'b', 'strong') && /font-weight:\s*(?:normal|[1-4]00)/.test(style)) return node.children;
  if (isNamed(node, 'em', 'i') && /font-style:\s*normal/.test(style)) return node.children;
  if (node.tagName.includes(':') || isNamed(node, 'font', 'google-sheets-html-origin')) {
    return isNamed(node, 'font') ? styled(node, style) : node.children;
  }
  if (isNamed(node, 'span')) return styled(node, style);
  if (isNamed(node, 'strong', 'b', 'em', 'i') && textOf(node).trim() === '' && !hasPicture(node))
    return node.children;
  if (isNamed(node, 'p') && classesOf(node).includes('MsoTitle')) return [{ ...node, tagName: 'h1' }];
  if (/^h[1-6]$/.test(node.tagName)) return [heading(node)];
  if (isNamed(node, 'li')) return [item(node)];
  if (isNamed(node, 'ul', 'ol')) return [list(node)];
  if (isNamed(node, 'td', 'th')) return [cell(node)];
  if (isNamed(node, 'table')) headOf(node);
  if (isNamed(node, 'div') && isCheckbox(node)) return [checkbox(node)];
  return [node];
}

function hasPicture(node: Element): boolean {
  return findElement(node, (element) => isElement(element, 'img')) !== null;
}

/** A span's looks as elements. White space at its ends stays outside, where emphasis can close. */
function styled(node: Element, style: string): ElementContent[] {
  const isKatex = classesOf(node).some((name) => /^(?:katex|MathJax|mjx|math)/i.test(name));
  if (isKatex || 'dataMath' in node.properties) return [node];
  const names: string[] = [];
  if (/font-weight:\s*(?:bold|[6-9]00)/.test(style)) names.push('strong');
  if (/font-style:\s*(?:italic|oblique)/.test(style)) names.push('em');
  if (/text-decoration[\w-]*:[^;]*line-through/.test(style)) names.push('del');
  if (/vertical-align:\s*super/.test(style)) names.push('sup');
  if (/vertical-align:\s*sub/.test(style)) names.push('sub');
  const content = textOf(node);
  if (names.length === 0 || content.trim() === '') return classesOf(node).length > 0 ? [node] : node.children;
  const [before = ''] = /^\s*/.exec(content) ?? [];
  const [after = ''] = /\s*$/.exec(content) ?? [];
  const inner = names.reduceRight<ElementContent[]>(
    (children, tagName) => [{ type: 'element', tagName, properties: {}, children }],
    trimmed(node.children),
  );
  return [
    ...(before === '' ? [] : [{ type: 'text' as const, value: ' ' }]),
    ...inner,
    ...(after === '' ? [] : [{ type: 'text' as const, value: ' ' }]),
  ];
}

function trimmed(children: ElementContent[]): ElementContent[] {
  return children.map((child, index) => {
    if (child.type !== 'text') return child;
    let { value } = child;
    if (index === 0) value = value.trimStart();
    if (index === children.length - 1) value = value.trimEnd();
    return { ...child, value };
  });
}

/** Headings are bold already. */
function heading(node: Element): Element {
  const children = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = children;
  return children.length === 1 && isElement(only, 'strong', 'b')
    ? { ...node, children: only.children }
    : node;
}

/** Items of Google Docs and Word hold one paragraph each, which does not make their list a loose one. */
function item(node: Element): Element {
  const paragraphs = node.children.filter((child) => isElement(child, 'p'));
  if (paragraphs.length !== 1) return node;
  const children = node.children.flatMap((child) => (isElement(child, 'p') ? child.children : [child]));
  return { ...node, children };
}

/** A list directly inside a list belongs to the item before it. */
function list(node: Element): Element {
  const children: ElementContent[] = [];
  for (const child of node.children) {
    const last = children.findLast((one) => isElement(one, 'li'));
    if (isElement(child, 'ul', 'ol') && last?.type === 'element') last.children.push(child);
    else children.push(child);
  }
  return { ...node, children };
}

/** Paragraphs in cells of word processors; several of them become lines. */
function cell(node: Element): Element {
  const paragraphs = node.children.filter((child) => isElement(child, 'p', 'div'));
  const isOnlyText = paragraphs.every(
    (child) =>
      findElement(child, (element) => /^(?:ul|ol|table|pre|blockquote|h[1-6])$/.test(element.tagName)) ===
      null,
  );
  if (paragraphs.length === 0 || !isOnlyText) return node;
  const children: ElementContent[] = [];
  for (const child of node.children) {
    if (!isElement(child, 'p', 'div')) {
      if (child.type !== 'text' || child.value.trim() !== '') children.push(child);
    } else if (textOf(child).trim() !== '' || hasPicture(child)) {
      if (children.length > 0) children.push({ type: 'text', value: ' ' });
      children.push(...child.children);
    }
  }
  return { ...node, children };
}

/** Spreadsheets and word processors know no header cells; the first row is what people use for them. */
function headOf(table: Element): void {
  if (findElement(table, (element) => isElement(element, 'th'))) return;
  const first = findElement(table, (element) => isElement(element, 'tr'));
  for (const child of first?.children ?? []) if (isElement(child, 'td')) child.tagName = 'th';
}

function isCheckbox(node: Element): boolean {
  return classesOf(node).some((name) => /^checkbox(?:-o(?:n|ff))?$/.test(name)) && textOf(node).trim() === '';
}

/** Tasks as Notion writes them. */
function checkbox(node: Element): Element {
  const checked = classesOf(node).includes('checkbox-on');
  return { type: 'element', tagName: 'input', properties: { type: 'checkbox', checked }, children: [] };
}

/** Word writes lists as paragraphs, `mso-list:l0 level2 lfo1`, with the bullet or number as text. */
function wordLists(parent: Root | Element): void {
  const children: ElementContent[] = [];
  let open: { level: number; list: Element }[] = [];
  for (const child of parent.children as ElementContent[]) {
    const found = wordItem(child);
    if (!found) {
      if (child.type === 'element') wordLists(child);
      if (child.type !== 'text' || child.value.trim() !== '') open = [];
      children.push(child);
      continue;
    }
    while ((open.at(-1)?.level ?? 0) > found.level) open.pop();
    let current = open.at(-1);
    if (!current || current.level < found.level) {
      const made: Element = {
        type: 'element',
        tagName: found.isOrdered ? 'ol' : 'ul',
        properties: found.isOrdered && found.start > 1 ? { start: found.start } : {},
        children: [],
      };
      const parentItem = current?.list.children.at(-1);
      if (parentItem?.type === 'element') parentItem.children.push(made);
      else children.push(made);
      current = { level: found.level, list: made };
      open.push(current);
    }
    current.list.children.push({
      type: 'element',
      tagName: 'li',
      properties: {},
      children: found.children,
    });
  }
  parent.children = children;
}

function wordItem(node: ElementContent) {
  if (!isElement(node, 'p', 'div')) return null;
  const level = /mso-list:\s*\S+\s+level(\d)/.exec(property(node, 'style'))?.[1];
  if (level === undefined) return null;
  let mark = '';
  const copy: Element = { ...node, children: [...node.children] };
  replaceNodes(copy, (child) => {
    if (!isElement(child, 'span') || !/mso-list:\s*ignore/i.test(property(child, 'style'))) return null;
    mark ||= textOf(child).trim();
    return [];
  });
  const number = /^\(?(\d+|[a-z]{1,4}|[가-하])[.)]/i.exec(mark)?.[1];
  return {
    level: Number(level),
    isOrdered: number !== undefined,
    start: Number(number) || 1,
    children: copy.children,
  };
}
