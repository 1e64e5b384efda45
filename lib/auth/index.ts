export { sessionCookieName } from './cookies';
export { memberOfSession, renewedSession } from './current';
export { endedSessionCookie, sessionCookie, type SessionClaims } from './session';
export { signInProviders, type SignInProvider } from './settings';
export { safeNext } from './safe-next';
export { signInWithPassword, type SignInTry } from './sign-in';
export { completeSetup, issueSetupLink, setupLinkWorks, setupNeeded, type SetupInput } from './setup';
export type { SignedInMember } from './types';
