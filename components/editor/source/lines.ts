import { syntaxTree } from '@codemirror/language';
import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView } from '@codemirror/view';

const looks: Readonly<Record<string, Decoration>> = {
  FencedCode: Decoration.line({ class: 'cm-code' }),
  CodeBlock: Decoration.line({ class: 'cm-code' }),
  Table: Decoration.line({ class: 'cm-grid' }),
};

/** Lines of code and tables in a font of fixed width; only those in sight are looked at. */
export const lineLooks = ViewPlugin.define<{ decorations: DecorationSet }>(
  (view) => {
    let tree = syntaxTree(view.state);
    const plugin = {
      decorations: decorate(view),
      update: (update: { docChanged: boolean; viewportChanged: boolean; view: EditorView }) => {
        const now = syntaxTree(update.view.state);
        if (!update.docChanged && !update.viewportChanged && now === tree) return;
        tree = now;
        plugin.decorations = decorate(update.view);
      },
    };
    return plugin;
  },
  { decorations: (plugin) => plugin.decorations },
);

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  let last = -1;
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        const look = looks[node.name];
        if (!look) return;
        const end = Math.min(to, node.to);
        for (let at = doc.lineAt(Math.max(from, node.from)).from; at <= end;) {
          const line = doc.lineAt(at);
          if (line.from > last) builder.add(line.from, line.from, look);
          last = Math.max(last, line.from);
          at = line.to + 1;
        }
      },
    });
  }
  return builder.finish();
}
