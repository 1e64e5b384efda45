'use client';

import type { UploadedImage } from '@/lib/media/views';
import { Dialog, useI18n } from '../desk';
import { MediaGrid } from './MediaGrid';
import { useUploads } from './upload-many';
import { UploadArea } from './UploadArea';
import { useMediaList } from './useMediaList';

export interface MediaPickerProps {
  /** What it is for: `그림 고르기`, `프로필 그림`. */
  title: string;
  onPick: (image: UploadedImage) => void;
  onClose: () => void;
  /**
   * Takes the files that were chosen or dropped, where the caller uploads itself (the editor does, with placeholders).
   * Without it the picker uploads, and picks what became of it.
   */
  onFiles?: (files: File[]) => void;
}

/** A dialog in which a picture of the library is chosen, or a new one is uploaded. Shown for as long as it is there. */
export function MediaPicker({ title, onPick, onClose, onFiles }: MediaPickerProps) {
  const { t } = useI18n();
  const list = useMediaList(null, { words: '', isMine: false });
  const { pending, add, forget } = useUploads(onPick);
  return (
    <Dialog title={title} onClose={onClose} isWide>
      <UploadArea
        label={t('images.choose')}
        isSeveral={onFiles !== undefined}
        pending={pending}
        onFiles={onFiles ?? add}
        onForget={forget}
      >
        <h3 className="media-heading">{t('images.fromLibrary')}</h3>
        <MediaGrid list={list} labelOf={(name) => t('images.pick', { name })} onChoose={onPick} />
      </UploadArea>
    </Dialog>
  );
}
