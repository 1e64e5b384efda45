import { AsyncLocalStorage } from 'node:async_hooks';

interface Render {
  tags: Set<string>;
  address: string | null;
  failure: unknown;
  isGone: boolean;
}

/**
 * The server and the pages that it renders are loaded by two module systems in one process, so this module exists
 * twice. What both must share hangs on the global object, where each finds what the other made.
 */
const KEY = Symbol.for('nonmun.renders');
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Render> };
const renders = (shared[KEY] ??= new AsyncLocalStorage<Render>());

/**
 * Says that what is being rendered depends on each of these tags, such as `post:<id>` or `list:ai`; when one of them
 * changes, the kept answer is stale. Outside of a render, in a script for instance, it does nothing.
 */
export function dependsOn(...tags: string[]): void {
  const render = renders.getStore();
  if (render) for (const tag of tags) render.tags.add(tag);
}

/**
 * Runs `work` and tells which tags were depended on within it, however many awaits deep, and what was reported by
 * `noteFailure`, or null, and whether `noteGone` was called.
 *
 * @param address the public path that is being rendered, for `currentAddress`.
 */
export async function collectDependencies<T>(
  work: () => Promise<T>,
  address: string | null = null,
): Promise<{ value: T; tags: string[]; failure: unknown; isGone: boolean }> {
  const render: Render = { tags: new Set(), address, failure: null, isGone: false };
  const value = await renders.run(render, work);
  return { value, tags: [...render.tags].sort(), failure: render.failure, isGone: render.isGone };
}

/** The public path (percent-encoded, without query) of the page that is being rendered; null outside of a render. */
export function currentAddress(): string | null {
  return renders.getStore()?.address ?? null;
}

/**
 * Hands what a render threw to whoever started it; the framework itself only answers 500.
 *
 * @returns false outside of a render, where nobody would learn of it.
 */
export function noteFailure(error: unknown): boolean {
  const render = renders.getStore();
  if (render) render.failure = error;
  return render !== undefined;
}

/**
 * Says that what once was at the address is gone for good, so that the page which is being rendered is sent with the
 * status 410; a page of the framework cannot say so itself.
 */
export function noteGone(): void {
  const render = renders.getStore();
  if (render) render.isGone = true;
}
