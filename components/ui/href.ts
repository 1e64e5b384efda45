export { hrefOf } from '@/lib/i18n';
