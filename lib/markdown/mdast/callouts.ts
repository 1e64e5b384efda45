import type { Blockquote, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Context } from '../context';
import { CALLOUTS, type CalloutKind } from '../labels';

const MARK = /^\[!(\w+)\][+-]?[ \t]*/;

/** Turns `> [!NOTE]` quotes into callouts; what follows the mark on its line is the title instead of the usual one. */
export function callouts(context: Context): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'blockquote', (node) => {
      const kind = kindOf(node);
      if (kind) makeCallout(node, kind, context);
    });
  };
}

function kindOf(node: Blockquote): CalloutKind | undefined {
  const name = MARK.exec(firstText(node)?.value ?? '')?.[1]?.toLowerCase();
  return CALLOUTS.find((kind) => kind === name);
}

function firstText(node: Blockquote): Text | undefined {
  const paragraph = node.children[0];
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  return first?.type === 'text' ? first : undefined;
}

function makeCallout(node: Blockquote, kind: CalloutKind, context: Context): void {
  const [body, ...rest] = node.children;
  const text = firstText(node);
  if (body?.type !== 'paragraph' || !text) return;
  text.value = text.value.replace(MARK, '');
  const { line, others } = splitFirstLine(body.children);
  const empty = line.every((child) => child.type === 'text' && child.value.trim() === '');
  const title: Paragraph = {
    type: 'paragraph',
    children: empty ? [{ type: 'text', value: context.labels.callouts[kind] }] : line,
    data: { hProperties: { className: ['callout-title'] } },
  };
  node.children = [title, ...(others.length > 0 ? [{ ...body, children: others }] : []), ...rest];
  node.data = {
    hName: 'div',
    hProperties: { className: ['callout', `callout-${kind}`], role: 'note', dataCallout: kind },
  };
}

function splitFirstLine(children: PhrasingContent[]): { line: PhrasingContent[]; others: PhrasingContent[] } {
  const line: PhrasingContent[] = [];
  for (const [index, child] of children.entries()) {
    const others = children.slice(index + 1);
    if (child.type === 'break') return { line, others };
    const end = child.type === 'text' ? child.value.indexOf('\n') : -1;
    if (child.type === 'text' && end >= 0) {
      line.push({ type: 'text', value: child.value.slice(0, end) });
      return { line, others: [{ ...child, value: child.value.slice(end + 1) }, ...others] };
    }
    line.push(child);
  }
  return { line, others: [] };
}
