'use client';

import { Button, call, FormFailure, useAction, useI18n } from '@/components/desk';
import type { KnownPaper } from '@/lib/papers/types';

/**
 * What may be done with a paper that was taken off a post and that no public post is about: removing it from the blog.
 * Where another draft is about it, that is refused and said.
 */
export function DroppedPaper({ paper, onRemoved }: { paper: KnownPaper; onRemoved: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { run, isRunning, failure } = useAction(
    () => call<null>(i18n, 'DELETE', `/api/papers/${encodeURIComponent(paper.id)}/`),
    onRemoved,
  );
  return (
    <div className="paper-mentions">
      <p className="field-hint">{t('paperField.unused', { title: paper.title })}</p>
      <Button tone="quiet" isBusy={isRunning} onClick={() => void run()}>
        {t('paperField.erase')}
      </Button>
      <FormFailure failure={failure} />
    </div>
  );
}
