'use client';

import { isComposing, useI18n } from '../desk';
import type { useKeptField } from './saving';

/** The title of a text, above its source; as tall as it is long. */
export function TitleField({
  field: { ref, ...field },
  language,
}: {
  field: ReturnType<typeof useKeptField<HTMLTextAreaElement>>;
  language: string;
}) {
  const { t } = useI18n();
  return (
    <textarea
      {...field}
      ref={ref}
      className="editor-title"
      lang={language}
      rows={1}
      maxLength={300}
      aria-label={t('editor.title')}
      placeholder={t('editor.title')}
      onKeyDown={(event) => {
        // A title has one line; the end of a composition is not the end of the title.
        if (event.key !== 'Enter' || isComposing(event)) return;
        event.preventDefault();
        document.querySelector<HTMLElement>('.cm-content')?.focus();
      }}
    />
  );
}
