'use client';

import { useMemo } from 'react';
import { Button, useI18n } from '@/components/desk';
import { Icon } from '@/components/ui';
import type { KnownPaper } from '@/lib/papers/types';
import { usePreview, type PreviewStore } from '../preview';
import { nameOfMention, unadded } from './papers';

/** What the editor knows of the text, for papers that it mentions. */
export interface PaperText {
  store: PreviewStore;
  /** The text as it stands. */
  read: () => string;
}

/** Papers that the text gives an arXiv id or a DOI of, and that the post does not have yet. */
export function PaperMentions({
  text: { store, read },
  papers,
  onAdd,
}: {
  text: PaperText;
  papers: KnownPaper[];
  onAdd: (typed: string) => void;
}) {
  const { t } = useI18n();
  // The text is read when it has been rendered, which is when it has come to rest.
  const state = usePreview(store);
  const source = useMemo(() => ({ state, text: read() }), [state, read]).text;
  const mentions = useMemo(() => unadded(source, papers), [source, papers]);
  if (mentions.length === 0) return null;
  return (
    <div className="paper-mentions">
      <p className="field-hint">{t('paperField.mentioned')}</p>
      <ul>
        {mentions.map((mention) => (
          <li key={nameOfMention(mention)}>
            <Button tone="quiet" onClick={() => onAdd(nameOfMention(mention))}>
              <Icon name="plus" />
              {nameOfMention(mention)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
