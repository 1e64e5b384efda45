/** Something that looks for work again and again. */
export interface Watch {
  /** Begins nothing new, and waits for what is under way. */
  stop: () => Promise<void>;
}

/**
 * Looks at once, and then again a while after each look has ended, until it is stopped.
 *
 * @param look what is done each time; any number of instances may do so.
 * @param interval milliseconds between looks.
 * @param onLost told of a look that threw, as where the database does not answer, once until one does not.
 */
export function startWatch(
  look: () => Promise<void>,
  { interval, onLost }: { interval: number; onLost: (error: unknown) => void },
): Watch {
  let isStopped = false;
  let isLost = false;
  let timer: NodeJS.Timeout | undefined;

  async function round(): Promise<void> {
    try {
      await look();
      isLost = false;
    } catch (error) {
      if (!isLost) onLost(error);
      isLost = true;
    }
    if (isStopped) return;
    timer = setTimeout(() => {
      looking = round();
    }, interval);
  }

  let looking = round();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
