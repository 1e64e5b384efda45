'use client';

import { useState } from 'react';
import type { MediaItem, MediaPage } from '@/lib/media/views';
import { useI18n } from '../desk';
import { MediaDialog } from './MediaDialog';
import { MediaGrid } from './MediaGrid';
import { useUploads } from './upload-many';
import { UploadArea } from './UploadArea';
import { useMediaList } from './useMediaList';

/** All pictures of the site: upload, find, see where each is used, delete what nothing uses. */
export function MediaLibrary({ initial }: { initial: MediaPage }) {
  const { t } = useI18n();
  const list = useMediaList(initial, { words: '', isMine: false });
  const [open, setOpen] = useState<MediaItem | null>(null);
  const [message, setMessage] = useState('');
  const { pending, add, forget } = useUploads((image) => {
    setMessage(t('images.uploadedName', { name: image.name }));
    list.again();
  });
  return (
    <UploadArea label={t('images.upload')} pending={pending} onFiles={add} onForget={forget}>
      <p className="media-message" role="status">
        {message}
      </p>
      <MediaGrid
        list={list}
        labelOf={(name) => t('images.open', { name })}
        onChoose={(item) => {
          setMessage('');
          setOpen(item);
        }}
      />
      {open !== null && (
        <MediaDialog
          item={open}
          onClose={() => setOpen(null)}
          onDeleted={({ id, name }) => {
            setOpen(null);
            list.without(id);
            setMessage(t('images.deleted', { name }));
          }}
        />
      )}
    </UploadArea>
  );
}
