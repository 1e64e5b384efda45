/** Goes to another page as a whole; what waits for it waits until this one is gone, so that nothing else is begun. */
export function leaveFor(address: string): Promise<never> {
  window.location.assign(address);
  return new Promise(() => undefined);
}
