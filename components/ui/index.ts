export { Avatar } from './Avatar';
export { DateTime } from './DateTime';
export { hrefOf } from './href';
export { Icon, type IconName } from './Icon';
export { LanguageMark } from './LanguageMark';
export { Pagination } from './Pagination';
export { Wordmark } from './Wordmark';
export { ThemeSwitch } from './ThemeSwitch';
