import type { ImageUploads, ImageUploadsSetup } from './types';

/** Uploads for one text; make one for each editor, outside of rendering (`useState(() => …)`). */
export function createImageUploads(_setup: ImageUploadsSetup): ImageUploads {
  const nothing = () => undefined;
  const state = { uploads: [], dialog: null };
  return {
    subscribe: () => nothing,
    getState: () => state,
    extension: [],
    takePasted: nothing,
    openPicker: nothing,
    openImage: nothing,
    close: nothing,
    insertFiles: nothing,
    insertImage: nothing,
    cancel: nothing,
    retry: nothing,
    resume: nothing,
    remove: nothing,
    dismiss: nothing,
    setAlt: nothing,
    dropTarget: { onDragOver: nothing, onDrop: nothing },
    destroy: nothing,
  };
}
