export { Editor, type EditorProps } from './Editor';
