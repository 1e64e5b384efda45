import type { I18n } from '@/lib/i18n';
import type { SavingSnapshot } from './types';

/** @returns how it stands with what was typed, in a few words. */
export function stateInWords({ t, format }: I18n, snapshot: SavingSnapshot): string {
  const { status, savedAt, since, message, otherName, storage } = snapshot;
  const isKept = storage !== 'none';
  switch (status) {
    case 'saved':
      return savedAt === null ? t('saving.saved') : t('saving.savedAt', { time: timeOf(format, savedAt) });
    case 'unsaved':
      return isKept ? t('saving.unsaved') : t('saving.unsavedUnkept');
    case 'saving':
      return t('saving.saving');
    case 'offline':
      return isKept
        ? t('saving.offline', { time: since === null ? '' : format.time(since) })
        : t('saving.offlineUnkept');
    case 'unavailable':
      return isKept ? t('saving.unavailable') : t('saving.unavailableUnkept');
    case 'signed-out':
      return t('saving.signedOut');
    case 'other-member':
      return otherName === null || otherName === ''
        ? t('saving.otherMember')
        : t('saving.otherMemberNamed', { name: otherName });
    case 'too-large':
    case 'refused':
      return message ?? t('saving.refused');
    case 'conflict':
      return t('saving.conflict');
  }
}

/** With the day, where it was another one. */
function timeOf(format: I18n['format'], date: Date): string {
  return format.isoDate(date) === format.isoDate(new Date()) ? format.time(date) : format.dateTime(date);
}
