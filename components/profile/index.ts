export { AccountForms } from './AccountForms';
export { ProfileForm } from './ProfileForm';
