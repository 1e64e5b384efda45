export { AccessError, check, isOwn, may, notFound, type Ownership } from './may';
export { ACTS, ROLES, TABLE, type Act, type Role, type Scope, type Standing } from './table';

/** A member who is signed in, as far as rules are concerned. */
export interface Viewer {
  memberId: string;
  role: import('./table').Role;
}
