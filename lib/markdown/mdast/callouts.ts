import type { Blockquote, Paragraph, Root } from 'mdast';
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
  const text = firstText(node)?.value ?? '';
  const name = MARK.exec(text)?.[1]?.toLowerCase();
  return CALLOUTS.find((kind) => kind === name);
}

function firstText(node: Blockquote) {
  const paragraph = node.children[0];
  const first = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  return first?.type === 'text' ? first : undefined;
}

function makeCallout(node: Blockquote, kind: CalloutKind, context: Context): void {
  const body = node.children[0] as Paragraph;
  const text = firstText(node)!;
  text.value = text.value.replace(MARK, '');
  const title: Paragraph = {
    type: 'paragraph',
    children: [],
    data: { hProperties: { className: ['callout-title'] } },
  };
  // The title is what stands before the first line end of the paragraph.
  while (body.children.length > 0) {
    const child = body.children[0]!;
    if (child.type === 'break') {
      body.children.shift();
      break;
    }
    if (child.type === 'text' && child.value.includes('\n')) {
      const at = child.value.indexOf('\n');
      title.children.push({ type: 'text', value: child.value.slice(0, at) });
      child.value = child.value.slice(at + 1);
      break;
    }
    title.children.push(body.children.shift()!);
  }
  const empty = title.children.every((child) => child.type === 'text' && child.value.trim() === '');
  if (empty) title.children = [{ type: 'text', value: context.labels.callouts[kind] }];
  if (body.children.length === 0) node.children.shift();
  node.children.unshift(title);
  node.data = {
    hName: 'div',
    hProperties: { className: ['callout', `callout-${kind}`], role: 'note', dataCallout: kind },
  };
}
