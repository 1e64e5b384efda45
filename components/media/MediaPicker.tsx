'use client';

import type { UploadedImage } from '@/lib/media/views';

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
export function MediaPicker(_props: MediaPickerProps) {
  return null;
}
