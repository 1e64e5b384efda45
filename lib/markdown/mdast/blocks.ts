import type { Paragraph, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { report, type Context } from '../context';
import { LIMITS } from '../limits';

/** `<!--more-->`: what precedes it is the excerpt. */
export function moreMark(): (tree: Root) => void {
  return (tree) => {
    for (const node of tree.children) {
      if (node.type === 'html' && /^<!--\s*more\s*-->$/i.test(node.value.trim())) {
        (node as RootContent).data = undefined;
        Object.assign(node, {
          type: 'moreMark',
          value: undefined,
          data: { hName: 'hr', hProperties: { dataMore: '' } },
        });
        return;
      }
    }
  };
}

/** Task boxes as signs: they show a state and cannot be changed, so they must not be controls. */
export function tasks(context: Context): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'listItem', (node) => {
      if (typeof node.checked !== 'boolean') return;
      const done = node.checked;
      node.checked = null;
      node.data = { ...node.data, hProperties: { className: ['task'] } };
      const box = {
        type: 'taskBox',
        data: {
          hName: 'span',
          hProperties: {
            className: ['task-box'],
            role: 'img',
            ariaLabel: done ? context.labels.taskDone : context.labels.taskOpen,
          },
          hChildren: [{ type: 'text', value: done ? '☑' : '☐' }],
        },
      } as unknown as Paragraph['children'][number];
      const first = node.children[0];
      if (first?.type === 'paragraph') first.children.unshift(box, { type: 'text', value: ' ' });
      else node.children.unshift({ type: 'paragraph', children: [box] });
    });
  };
}

/** Hands what a fence says about its code on to hast/code.ts; `remark-rehype` loses it. */
export function fences(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'code', (node) => {
      node.data = { ...node.data, hProperties: { dataLang: node.lang ?? '', dataMeta: node.meta ?? '' } };
    });
  };
}

/** Drops addresses that are too long, and references whose repetition would make the page grow without bound. */
export function addresses(context: Context): (tree: Root) => void {
  return (tree) => {
    const lengths = new Map<string, number>();
    let repeated = 0;
    visit(tree, (node) => {
      const line = node.position?.start.line ?? 1;
      if (
        (node.type === 'link' || node.type === 'image' || node.type === 'definition') &&
        node.url.length > LIMITS.address
      ) {
        report(context, 'link-unsafe', line, node.url);
        node.url = '';
      }
      if (node.type === 'definition')
        lengths.set(node.identifier, node.url.length + (node.title?.length ?? 0));
    });
    visit(tree, (node) => {
      if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
      repeated += lengths.get(node.identifier) ?? 0;
      if (repeated > LIMITS.repeatedAddresses) node.identifier = '\u0000';
    });
  };
}
