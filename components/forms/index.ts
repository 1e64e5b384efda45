export { ByLanguage } from './ByLanguage';
export { FormSection } from './FormSection';
export { leaveFor } from './leaveFor';
export { PictureField, type Picture } from './PictureField';
export { RowList } from './RowList';
export { heir, moved, rowKey, type Row } from './rows';
export { SaveBar } from './SaveBar';
export { useDraft, useFocusOnFailure, useLeaveWarning } from './useForm';
