import { startWatch, type Watch } from '@/lib/jobs';
import { publishDue, type DueReport } from './due';

/**
 * Publishes what is due until it is stopped. Looks once a second, which costs one small query; any number of instances
 * may do so.
 *
 * @param onFailure told of each text that could not be published, and of a database that does not answer, once until it
 *   does.
 */
export function startSchedule({
  onFailure,
  interval = 1000,
}: {
  onFailure: (failure: DueReport['failed'][number] | { error: unknown }) => void;
  /** Milliseconds. */
  interval?: number;
}): Watch {
  const told = new Set<string>();

  async function look(): Promise<void> {
    const { published, failed } = await publishDue();
    for (const id of published) told.delete(id);
    for (const failure of failed) {
      if (!told.has(failure.translationId)) onFailure(failure);
      told.add(failure.translationId);
    }
  }

  return startWatch(look, {
    interval,
    onLost: (error) => {
      onFailure({ error });
    },
  });
}
