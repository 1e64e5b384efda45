export { AdminShell, type AdminRoom } from './AdminShell';
export { AuditLog } from './AuditLog';
export { CategoryManager } from './CategoryManager';
export { HubPings } from './HubPings';
export { SettingsForm } from './SettingsForm';
export { MembersManager, type ListedMember } from './MembersManager';
export { ROLE_NAMES, ROLE_NOTES } from './members';
