export { AdminShell, type AdminRoom } from './AdminShell';
export { AuditLog } from './AuditLog';
export { CategoryManager } from './CategoryManager';
export { SettingsForm } from './SettingsForm';
