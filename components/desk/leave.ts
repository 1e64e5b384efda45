/**
 * Goes to another page of this site.
 *
 * @param isStep whether Back leads to the present page again.
 * @returns a promise that settles only when the person comes back to this page as it was, so that a button stays busy
 *   until the new page is there.
 */
export function leaveFor(address: string, isStep = true): Promise<void> {
  if (isStep) location.assign(address);
  else location.replace(address);
  return new Promise((back) => {
    addEventListener('pageshow', () => back(), { once: true });
  });
}
