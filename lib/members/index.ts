export {
  checkLanguage,
  checkNames,
  checkTimeZone,
  createMember,
  MAX_NAME,
  type MemberSession,
  type NewMember,
} from './accounts';
export { normalizeEmail } from './email';
export { MemberError, type MemberFault } from './errors';
export { handleOf } from './handles';
export { ensureAuthor, type ImportedAuthor } from './imported';
export {
  checkPassword,
  hashPassword,
  MAX_PASSWORD,
  MIN_PASSWORD,
  verifyPassword,
  type PasswordOwner,
} from './passwords';
export { memberColumns, namesSchema, presentMember, type MemberRow } from './present';
export { countAttempt, forgiveAttempts, type Attempt, type ThrottledAct } from './throttle';
export {
  claimToken,
  createToken,
  findToken,
  hashSecret,
  newSecret,
  revokeTokens,
  type StoredToken,
  type TokenPurpose,
} from './tokens';
