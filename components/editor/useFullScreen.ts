import { useEffect, useState } from 'react';

/** The whole screen, where the browser gives it; leaving it by Escape is followed. */
export function useFullScreen(): [boolean, (isFullScreen: boolean) => void] {
  const [is, set] = useState(false);
  useEffect(() => {
    const follow = (): void => set(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  return [
    is,
    (wanted) => {
      const change = wanted ? document.documentElement.requestFullscreen() : document.exitFullscreen();
      // Refused where the system has no such thing; the editor fills the window anyway.
      change.catch(() => set(false));
    },
  ];
}
