import type { Announcement, Tabs } from './types';

/** Milliseconds that other tabs have to say that they are there, where the browser cannot say it for them. */
const ROLL_CALL = 150;

type Message = { saved: Announcement } | { askedBy: string } | { alive: string };

/** Browsers have locks only on sites with https. */
const locksOf = (): LockManager | undefined => navigator.locks;

/** The tabs of this browser in which one member has one text open. */
export function browserTabs(memberId: string, translationId: string, tabId: string): Tabs {
  const name = `nonmun-draft:${memberId}:${translationId}`;
  let channel: BroadcastChannel | null = null;
  let release: (() => void) | null = null;
  let isOpen = false;
  let heard: (saved: Announcement) => void = () => {};
  const answered = new Set<string>();

  function receive({ data }: MessageEvent<Message>) {
    if ('saved' in data) heard(data.saved);
    else if ('askedBy' in data) channel?.postMessage({ alive: tabId } satisfies Message);
    else answered.add(data.alive);
  }

  return {
    async others() {
      const locks = await locksOf()
        ?.query()
        .catch(() => null);
      if (locks) {
        const held = (locks.held ?? []).map((lock) => lock.name ?? '');
        const ids = held.filter((it) => it.startsWith(`${name}:`)).map((it) => it.slice(name.length + 1));
        return new Set(ids.filter((id) => id !== tabId));
      }
      // Without https there are no locks.
      answered.clear();
      channel?.postMessage({ askedBy: tabId } satisfies Message);
      await new Promise((resolve) => setTimeout(resolve, ROLL_CALL));
      return new Set(answered);
    },
    announce(saved) {
      channel?.postMessage({ saved } satisfies Message);
    },
    onAnnounced(listener) {
      heard = listener;
    },
    open() {
      if (isOpen) return;
      isOpen = true;
      channel = new BroadcastChannel(name);
      channel.addEventListener('message', receive);
      // Held for as long as the tab lives, however it dies.
      void locksOf()
        ?.request(`${name}:${tabId}`, () => new Promise<void>((resolve) => (release = resolve)))
        .catch(() => undefined);
    },
    close() {
      isOpen = false;
      channel?.close();
      channel = null;
      release?.();
      release = null;
    },
  };
}
