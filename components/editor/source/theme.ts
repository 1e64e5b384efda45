import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { calloutTag, footnoteTag, mathTag, moreTag } from './syntax';

/** The source in the tokens of the site, which know light and dark themselves. */
const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '1rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--text-font)',
    lineHeight: '1.8',
    overflowX: 'hidden',
    overscrollBehavior: 'contain',
  },
  '.cm-content': {
    // At least 16 px: a smaller text makes a phone zoom in.
    fontSize: 'max(16px, 1rem)',
    padding: 'var(--space-4) 0 40vh',
    caretColor: 'var(--ink)',
    fontVariantLigatures: 'none',
    tabSize: '4',
  },
  '.cm-line': {
    // Alone on a wide screen, a column of reading length.
    padding: '0 max(var(--space-5), calc((100% - 50rem) / 2))',
    overflowWrap: 'anywhere',
    wordBreak: 'keep-all',
  },
  '@media (width < 50rem)': { '.cm-line': { padding: '0 var(--gutter)' } },
  '.cm-line.cm-code': {
    backgroundColor: 'var(--paper-sunk)',
    fontFamily: 'var(--code-font)',
    fontSize: '0.94em',
    wordBreak: 'normal',
  },
  '.cm-line.cm-grid': { fontFamily: 'var(--code-font)', fontSize: '0.94em' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection':
    { backgroundColor: 'color-mix(in oklab, var(--grid), transparent 45%)' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-placeholder': { color: 'var(--ink-soft)' },
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--ink-soft)', border: 'none' },
  '&.cm-focused .cm-matchingBracket, .cm-matchingBracket': {
    backgroundColor: 'var(--accent-wash)',
    outline: '1px solid var(--grid)',
  },
  '.cm-nonmatchingBracket': { backgroundColor: 'transparent' },
  '.cm-searchMatch': { backgroundColor: 'var(--marker)', outline: 'none' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--accent)', outlineOffset: '-1px' },
  '.cm-selectionMatch': { backgroundColor: 'var(--accent-wash)' },

  '.cm-panels': {
    color: 'var(--ink)',
    backgroundColor: 'var(--paper-sunk)',
    fontFamily: 'var(--text-font)',
    borderColor: 'var(--rule)',
    zIndex: '2',
  },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--rule)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 'var(--space-2)',
    padding: 'var(--space-3) 3.25rem var(--space-3) var(--space-4)',
    fontSize: 'var(--size-meta)',
  },
  '.cm-panel.cm-search br': { display: 'block', content: '""', flexBasis: '100%', height: '0' },
  '.cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label': { margin: '0' },
  '.cm-panel.cm-search label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 'var(--space-1)',
    minHeight: '2.75rem',
    fontSize: 'inherit',
  },
  '.cm-panel.cm-search input[type=checkbox]': { width: '1.125rem', height: '1.125rem' },
  '.cm-textfield': {
    flex: '1 1 12rem',
    minHeight: '2.75rem',
    padding: '0 var(--space-3)',
    border: '1px solid var(--ink-soft)',
    borderRadius: 'var(--corner)',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    font: 'inherit',
    fontSize: 'max(16px, 1rem)',
  },
  '.cm-button': {
    minHeight: '2.75rem',
    padding: '0 var(--space-3)',
    border: '1px solid var(--grid)',
    borderRadius: 'var(--corner)',
    backgroundColor: 'var(--paper)',
    backgroundImage: 'none',
    color: 'var(--ink)',
    font: 'inherit',
  },
  '.cm-button:hover': { backgroundColor: 'var(--accent-wash)' },
  '.cm-button:active': { backgroundImage: 'none' },
  '.cm-panel.cm-search [name=close]': {
    top: 'var(--space-3)',
    right: 'var(--space-2)',
    width: '2.75rem',
    height: '2.75rem',
    margin: '0',
    fontSize: '1.25rem',
    color: 'var(--ink)',
  },

  '.cm-tooltip': {
    border: '1px solid var(--grid)',
    borderRadius: 'var(--corner)',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--text-font)',
    fontSize: '1rem',
    maxHeight: '16rem',
    minWidth: '12rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'center',
    gap: 'var(--space-3)',
    minHeight: '2.25rem',
    padding: '0 var(--space-3)',
    lineHeight: '1.4',
  },
  '@media (pointer: coarse)': {
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { minHeight: '2.75rem' },
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--accent-wash)',
    color: 'var(--ink)',
    boxShadow: 'inset 2px 0 var(--accent)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '680' },
  // What a command draws stands before its name, where the eye goes down the list.
  '.cm-completionDetail': {
    order: '-1',
    flex: '0 0 2rem',
    margin: '0',
    textAlign: 'center',
    fontStyle: 'normal',
    fontSize: '1.125rem',
    color: 'inherit',
  },
});

const highlight = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '680' },
  { tag: tags.heading1, fontWeight: '680', fontSize: '1.3em' },
  { tag: tags.heading2, fontWeight: '680', fontSize: '1.18em' },
  { tag: tags.strong, fontWeight: '680' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.link, color: 'var(--accent)' },
  { tag: tags.url, color: 'var(--ink-soft)', wordBreak: 'break-all' },
  { tag: tags.monospace, fontFamily: 'var(--code-font)', fontSize: '0.94em' },
  { tag: tags.quote, color: 'var(--ink-soft)' },
  { tag: [tags.processingInstruction, tags.labelName], color: 'var(--ink-soft)' },
  { tag: tags.contentSeparator, color: 'var(--ink-soft)' },
  { tag: mathTag, color: 'var(--accent)', fontFamily: 'var(--code-font)', fontSize: '0.94em' },
  { tag: [footnoteTag, calloutTag], color: 'var(--accent)' },
  { tag: moreTag, color: 'var(--accent)', fontFamily: 'var(--code-font)', fontSize: '0.94em' },
  { tag: [tags.comment, tags.meta], color: 'var(--ink-soft)' },
  { tag: [tags.tagName, tags.attributeName, tags.angleBracket], color: 'var(--ink-soft)' },
  { tag: [tags.keyword, tags.definitionKeyword, tags.operatorKeyword], color: 'var(--accent)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--seal)' },
  { tag: [tags.number, tags.bool, tags.atom], color: 'var(--seal)' },
  { tag: tags.invalid, color: 'var(--seal)' },
]);

/** How the source looks. */
export const look: Extension = [theme, syntaxHighlighting(highlight)];
