'use client';

import { useCallback, useRef, useState } from 'react';
import type { Answer, CallFailure } from './call';

/**
 * One thing that a person can set going. While it is under way, asking again does nothing, so a double click acts
 * once; what went wrong is kept until the next try.
 */
export function useAction<Input extends unknown[], Value>(
  act: (...input: Input) => Promise<Answer<Value>>,
  onDone?: (value: Value) => void | Promise<void>,
) {
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const [isRunning, setRunning] = useState(false);
  const underWay = useRef(false);

  const run = useCallback(
    async (...input: Input): Promise<void> => {
      if (underWay.current) return;
      underWay.current = true;
      setRunning(true);
      setFailure(null);
      try {
        const answer = await act(...input);
        if (answer.ok) await onDone?.(answer.value);
        else setFailure(answer);
      } finally {
        underWay.current = false;
        setRunning(false);
      }
    },
    [act, onDone],
  );

  return { run, isRunning, failure, clear: useCallback(() => setFailure(null), []) };
}
