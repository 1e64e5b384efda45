export { EditorImages } from './EditorImages';
export type { ImageUploads, ImageUploadsState, Upload } from './types';
export { createImageUploads } from './uploads';
