export { lastActivity } from './activity';
export { AUDIT_LABELS, AUDIT_PAGE, auditActors, auditPage, type AuditQuery } from './page';
export { record, type Actor, type AuditEntry } from './record';
export type * from './views';
