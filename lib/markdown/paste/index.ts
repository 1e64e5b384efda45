/**
 * HTML → Markdown of the dialect; for the importer, and for what is pasted into the editor. Nothing here needs Node.
 * Large: load it when something is pasted.
 */
export { htmlText, htmlToMarkdown, type ConvertOptions, type Converted } from './html-to-markdown';
export { clipboardToMarkdown, type ClipboardOptions, type FromClipboard } from './clipboard';
