export { Outline } from './Outline';
export { outlineOf } from './headings';
export { SourceEditor, type SourceEditorProps } from './SourceEditor';
export { StatusLine } from './StatusLine';
export { Toolbar, type ToolbarProps } from './Toolbar';
export type { OutlineEntry, Pane, PastedImage, SourceHooks } from './types';
