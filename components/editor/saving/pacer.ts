import type { Clock } from './types';

export interface Pacer {
  /** Something happened: `run` follows after the pause, or when the longest wait is over. */
  touch(): void;
  isWaiting(): boolean;
  callOff(): void;
}

/**
 * Runs something once what happens makes a pause, and while it makes none at the latest after `longest` (both in
 * milliseconds). By timers alone: a clock that is set back puts nothing off.
 */
export function createPacer(clock: Clock, pause: number, longest: number, run: () => void): Pacer {
  let callOffPause: (() => void) | null = null;
  let callOffLongest: (() => void) | null = null;

  function callOff() {
    callOffPause?.();
    callOffLongest?.();
    callOffPause = callOffLongest = null;
  }

  function end() {
    callOff();
    run();
  }

  return {
    touch() {
      callOffPause?.();
      callOffPause = clock.after(pause, end);
      callOffLongest ??= clock.after(longest, end);
    },
    isWaiting: () => callOffLongest !== null,
    callOff,
  };
}
