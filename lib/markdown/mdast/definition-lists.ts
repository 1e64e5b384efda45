import type { Element, ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type { Handlers, State } from 'mdast-util-to-hast';
import { defListHastHandlers } from 'remark-definition-list';

/**
 * Definition lists as elements. A definition without blank lines holds its words without a paragraph, as Goldmark has
 * it; the library's own handler would run several paragraphs of one definition together.
 */
export const definitionLists: Handlers = {
  ...defListHastHandlers,
  defListDescription(state: State, node: Nodes & { spread?: boolean }): Element {
    const children = 'children' in node ? state.all(node) : [];
    const paragraphs = children.filter((child) => child.type === 'element' && child.tagName === 'p').length;
    const loose = node.spread === true || paragraphs > 1;
    const definition: Element = {
      type: 'element',
      tagName: 'dd',
      properties: {},
      children: children.flatMap((child): ElementContent[] =>
        !loose && child.type === 'element' && child.tagName === 'p' ? child.children : [child],
      ),
    };
    state.patch(node, definition);
    return definition;
  },
};
