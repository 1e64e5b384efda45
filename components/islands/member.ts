/**
 * Whether somebody has signed in with this browser: a hint for the look of reading pages, which are the same for
 * everybody. It grants nothing.
 */
const storageKey = 'member';

/** Shows what members see more, before the first paint. */
export function showMemberLinks(): void {
  try {
    if (localStorage.getItem(storageKey) !== null) document.documentElement.dataset.member = '';
  } catch {
    // Storage is refused; members find the desk by its address.
  }
}

/** Called by pages that only a member sees, and by the one that signs out. */
export function rememberMember(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(storageKey, '');
    else localStorage.removeItem(storageKey);
  } catch {
    // As above.
  }
}
