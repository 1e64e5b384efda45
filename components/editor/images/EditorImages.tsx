'use client';

import type { ImageUploads } from './types';

/** Everything that is seen of pictures beside source and preview: the tray of uploads, picker and image dialog. */
export function EditorImages(_props: { uploads: ImageUploads }) {
  return null;
}
