import { publishDue, type DueReport } from './due';

export interface ScheduleRunner {
  /** Begins nothing new, and waits for what is under way. */
  stop: () => Promise<void>;
}

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
}): ScheduleRunner {
  let isStopped = false;
  let isLost = false;
  const told = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    try {
      const { published, failed } = await publishDue();
      isLost = false;
      for (const id of published) told.delete(id);
      for (const failure of failed) {
        if (!told.has(failure.translationId)) onFailure(failure);
        told.add(failure.translationId);
      }
    } catch (error) {
      if (!isLost) onFailure({ error });
      isLost = true;
    }
    if (isStopped) return;
    timer = setTimeout(() => {
      looking = look();
    }, interval);
  }

  let looking = look();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
