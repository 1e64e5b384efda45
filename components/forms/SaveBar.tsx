'use client';

import { Button, useI18n } from '../desk';

/** The button that saves a form, and whether there is anything to save, in words. */
export function SaveBar({
  isDirty,
  isSaving,
  wasSaved,
}: {
  isDirty: boolean;
  isSaving: boolean;
  /** Whether it was saved since the page was opened. */
  wasSaved: boolean;
}) {
  const { t } = useI18n();
  return (
    <div className="save-bar" data-dirty={isDirty || undefined}>
      <Button type="submit" tone="primary" isBusy={isSaving}>
        {t('admin.save')}
      </Button>
      <p role="status">
        {isSaving ? t('admin.saving') : isDirty ? t('admin.unsaved') : wasSaved ? t('admin.saved') : ''}
      </p>
    </div>
  );
}
