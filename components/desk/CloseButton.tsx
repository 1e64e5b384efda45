'use client';

import { Icon } from '../ui';
import { useI18n } from './I18n';

/** Closes what it stands at the head of. */
export function CloseButton({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  return (
    <button
      type="button"
      className="button button-quiet icon-button"
      onClick={onClose}
      aria-label={t('desk.close')}
    >
      <Icon name="close" />
    </button>
  );
}
