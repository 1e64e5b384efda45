export {
  checkLanguage,
  checkNames,
  checkTimeZone,
  createMember,
  MAX_NAME,
  type MemberSession,
  type NewMember,
} from './accounts';
export { changePassword, confirmEmail, emailLinkOf, requestEmailChange, signOutEverywhere } from './account';
export { managedMembers, reactivate, setRole, suspend } from './administration';
export { normalizeEmail } from './email';
export { MemberError, type MemberFault } from './errors';
export { handleOf, keepHandle, presentHandle } from './handles';
export { ensureAuthor, type ImportedAuthor } from './imported';
export {
  acceptByEmail,
  acceptInvitation,
  invitationOf,
  invite,
  openInvitations,
  renewInvitation,
  revokeInvitation,
  type AcceptanceInput,
  type InvitationInput,
} from './invitations';
export { accountJobs } from './letters';
export { issuePasswordLink, passwordLinkOwner, requestPasswordLink, resetPassword } from './password-links';
export {
  checkPassword,
  hashPassword,
  MAX_PASSWORD,
  MIN_PASSWORD,
  verifyPassword,
  type PasswordOwner,
} from './passwords';
export { avatarColumns, memberColumns, presentAvatar, presentMember, type MemberRow } from './present';
export { authorChoices, changeProfile, MAX_ABOUT, MAX_LINKS, profileOf, type ProfileInput } from './profile';
export {
  addFromShell,
  listFromShell,
  passwordFromShell,
  reactivateFromShell,
  setRoleFromShell,
  suspendFromShell,
  type ListedMember,
} from './shell';
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
export type * from './types';
