export { MediaLibrary } from './MediaLibrary';
export { MediaPicker, type MediaPickerProps } from './MediaPicker';
export { ACCEPTED_IMAGES, uploadImage, type UploadOptions } from './upload';
