/**
 * Lets so many pieces of work run at a time; the others wait in their order. Renders share one thread, so that more of
 * them at a time are no sooner done, but each holds its page in memory meanwhile.
 *
 * @param places how many, at least 1.
 */
export function createGate(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
