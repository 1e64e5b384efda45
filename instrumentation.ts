let noteFailure: (error: unknown) => boolean = () => false;

/** Called once at start. The framework compiles this file for a runtime without Node as well, hence the condition. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') ({ noteFailure } = await import('@/lib/cache'));
}

/** What a page or route threw goes to the server's log, with its address and the reference that the visitor sees. */
export function onRequestError(error: unknown): void {
  // eslint-disable-next-line no-console -- outside of a request nobody else would tell
  if (!noteFailure(error)) console.error(error);
}
