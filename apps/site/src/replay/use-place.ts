import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Onlooker } from './moments';
import { hashOf, placeIn, type Place } from './place';

/** How long autoplay shows each step. */
const stepMs = 1_200;

/** What a replay shows. It is the end of the address, so that a link can lead there. */
export function usePlace(
  last: number,
  seats: number,
): Place & {
  goTo: (ply: number) => void;
  lookAs: (onlooker: Onlooker) => void;
  playing: boolean;
  play: () => void;
  pause: () => void;
} {
  const hash = useSyncExternalStore(
    onHashChange,
    () => window.location.hash,
    () => '',
  );
  const { ply, onlooker } = placeIn(hash, last, seats);
  const [playing, setPlaying] = useState(false);

  const show = useCallback(
    (next: number, as: Onlooker) => {
      const within = Math.max(0, Math.min(last, next));
      // No entry in the history for each step: "back" leaves the replay.
      const address = hashOf({ ply: within, onlooker: as });
      window.history.replaceState(window.history.state, '', address);
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    },
    [last],
  );

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      if (ply >= last) setPlaying(false);
      else show(ply + 1, onlooker);
    }, stepMs);
    return () => clearTimeout(timer);
  }, [playing, ply, onlooker, last, show]);

  return {
    ply,
    onlooker,
    goTo: (next) => {
      setPlaying(false);
      show(next, onlooker);
    },
    lookAs: (as) => show(ply, as),
    playing,
    play: () => {
      if (ply >= last) show(0, onlooker);
      setPlaying(true);
    },
    pause: () => setPlaying(false),
  };
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
