'use client';

import { useState } from 'react';
import type { MediaPage } from '@/lib/media/views';
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
  const [openId, setOpenId] = useState<string | null>(null);
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
        onChoose={({ id }) => {
          setMessage('');
          setOpenId(id);
        }}
      />
      {openId !== null && (
        <MediaDialog
          id={openId}
          onClose={() => setOpenId(null)}
          onDeleted={({ id, name }) => {
            setOpenId(null);
            list.without(id);
            setMessage(t('images.deleted', { name }));
          }}
        />
      )}
    </UploadArea>
  );
}
