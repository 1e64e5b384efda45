import { AsyncLocalStorage } from 'node:async_hooks';

interface Render {
  tags: Set<string>;
  address: string | null;
}

/**
 * The server and the pages that it renders are loaded by two module systems in one process, so this module exists
 * twice. What both must share hangs on the global object, where each finds what the other made.
 */
const shared = globalThis as typeof globalThis & { [key: symbol]: unknown };

function once<T>(name: string, make: () => T): T {
  const key = Symbol.for(name);
  return (shared[key] ??= make()) as T;
}

const renders = once('nonmun.cache.renders', () => new AsyncLocalStorage<Render>());

/**
 * Says that what is being rendered depends on each of these tags, such as `post:<id>` or `list:ai`; when one of them
 * changes, the kept answer is stale. Outside of a render, in a script for instance, it does nothing.
 */
export function dependsOn(...tags: string[]): void {
  const render = renders.getStore();
  if (render) for (const tag of tags) render.tags.add(tag);
}

/**
 * Runs `work` and tells which tags were depended on within it, however many awaits deep.
 *
 * @param address the public path that is being rendered, for `currentAddress`.
 */
export async function collectDependencies<T>(
  work: () => Promise<T>,
  address: string | null = null,
): Promise<{ value: T; tags: string[] }> {
  const render: Render = { tags: new Set(), address };
  const value = await renders.run(render, work);
  return { value, tags: [...render.tags].sort() };
}

/** The public path (percent-encoded, without query) of the page that is being rendered; null outside of a render. */
export function currentAddress(): string | null {
  return renders.getStore()?.address ?? null;
}

const listeners = once('nonmun.cache.listeners', () => new Set<() => void>());

/** Tells keepers of this process that something was published, so that they look at once what became stale. */
export function announceChange(): void {
  for (const listener of listeners) listener();
}

/** Calls `listener` at every `announceChange` in this process. @returns a function that ends it. */
export function onChangeAnnounced(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
