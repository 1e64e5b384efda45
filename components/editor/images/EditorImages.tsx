'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { useI18n } from '../../desk';
import { MediaPicker } from '../../media';
import { ImageDialog } from './ImageDialog';
import type { ImageUploads } from './types';
import { UploadTray } from './UploadTray';

/** Everything that is seen of pictures beside source and preview: the tray of uploads, picker and image dialog. */
export function EditorImages({ uploads }: { uploads: ImageUploads }) {
  const { t } = useI18n();
  const state = useSyncExternalStore(uploads.subscribe, uploads.getState, uploads.getState);
  const isBusy = state.uploads.some((upload) => upload.state === 'waiting' || upload.state === 'uploading');
  useEffect(() => {
    if (!isBusy) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isBusy]);
  useEffect(() => () => uploads.destroy(), [uploads]);
  return (
    <>
      <UploadTray uploads={uploads} state={state} />
      {state.dialog === 'picker' && (
        <MediaPicker
          title={t('images.pickerTitle')}
          onPick={uploads.insertImage}
          onClose={uploads.close}
          onFiles={(files) => {
            uploads.close();
            uploads.insertFiles(files);
          }}
        />
      )}
      {state.dialog === 'image' && state.image !== null && (
        <ImageDialog image={state.image} onApply={uploads.writeImage} onClose={uploads.close} />
      )}
    </>
  );
}
