import { autocompletion } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { sources } from './sources';

/** Completion of LaTeX, environments, emoji, languages, notes and headings; each only where it makes sense. */
export const completion: Extension = autocompletion({
  override: sources,
  icons: false,
  maxRenderedOptions: 60,
  activateOnCompletion: ({ type }) => type === 'begin',
});
