import { useCallback, useEffect, useState } from 'react';
import type { Pane } from './source';

/** Where there is room for two panes, or for one and a drawer. */
export const WIDE = '(min-width: 64rem)';

/** Both sides where there is room for two, otherwise one; what was chosen stays for the next time. */
export function usePane() {
  const [pane, setPane] = useState<Pane>('source');
  useEffect(() => {
    const room = matchMedia(WIDE);
    const choose = (): void => {
      setPane((now) => (room.matches ? (stored() ?? 'both') : now === 'both' ? 'source' : now));
    };
    choose();
    room.addEventListener('change', choose);
    return () => room.removeEventListener('change', choose);
  }, []);
  return {
    pane,
    setPane: useCallback((chosen: Pane) => {
      setPane(chosen);
      try {
        localStorage.setItem('editor-pane', chosen);
      } catch {
        // The choice then holds for this page only.
      }
    }, []),
  };
}

function stored(): Pane | null {
  try {
    const value = localStorage.getItem('editor-pane');
    return value === 'source' || value === 'both' || value === 'preview' ? value : null;
  } catch {
    return null;
  }
}
