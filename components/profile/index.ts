export { AccountForms } from './AccountForms';
export { ProfileForm } from './ProfileForm';
export { ReviewFeed } from './ReviewFeed';
