/**
 * What one visitor may ask of what costs something: a bucket of tokens for each (Turner, "New directions in
 * communications", IEEE Communications Magazine 24(10), 1986). It holds within one process, which is what is to be protected.
 *
 * @param options.burst questions that may come at once, after a rest.
 * @param options.perSecond questions that may go on coming.
 * @param options.visitors how many are remembered; who asked longest ago is forgotten first.
 * @param options.now milliseconds on a clock that never goes back.
 * @returns counts a question of `visitor`: 0 where it is free, else the whole seconds until one is, and it is not counted.
 */
export function createAllowance({
  burst,
  perSecond,
  visitors = 10_000,
  now = () => performance.now(),
}: {
  burst: number;
  perSecond: number;
  visitors?: number;
  now?: () => number;
}): (visitor: string) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (visitor) => {
    const time = now();
    const known = buckets.get(visitor) ?? { tokens: burst, at: time };
    const tokens = Math.min(burst, known.tokens + ((time - known.at) / 1000) * perSecond);
    const isFree = tokens >= 1;
    buckets.delete(visitor);
    buckets.set(visitor, { tokens: isFree ? tokens - 1 : tokens, at: time });
    if (buckets.size > visitors) {
      const [oldest] = buckets.keys();
      if (oldest !== undefined) buckets.delete(oldest);
    }
    return isFree ? 0 : Math.ceil((1 - tokens) / perSecond);
  };
}
