import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';

/** How long autoplay shows each step. */
const stepMs = 1_200;

/** The step of a replay that is shown. It is the address's `#ply`, so a link can lead to it; without one, the end. */
export function usePly(last: number): {
  ply: number;
  goTo: (ply: number) => void;
  playing: boolean;
  play: () => void;
  pause: () => void;
} {
  const hash = useSyncExternalStore(
    onHashChange,
    () => window.location.hash,
    () => '',
  );
  const asked = /^#\d{1,6}$/.test(hash) ? Number(hash.slice(1)) : last;
  const ply = Math.min(asked, last);
  const [playing, setPlaying] = useState(false);

  const show = useCallback(
    (next: number) => {
      const within = Math.max(0, Math.min(last, next));
      // No entry in the history for each step: "back" leaves the replay.
      window.history.replaceState(window.history.state, '', `#${within}`);
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    },
    [last],
  );

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (ply >= last) setPlaying(false);
      else show(ply + 1);
    }, stepMs);
    return () => clearTimeout(timer);
  }, [playing, ply, last, show]);

  return {
    ply,
    goTo: (next) => {
      setPlaying(false);
      show(next);
    },
    playing,
    play: () => {
      if (ply >= last) show(0);
      setPlaying(true);
    },
    pause: () => setPlaying(false),
  };
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
