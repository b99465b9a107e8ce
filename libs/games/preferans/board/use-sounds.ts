import { useEffect, useEffectEvent, useRef } from 'react';
import type { BoardSound } from '@trellis/games/kit';
import type { View } from '@trellis/games/preferans/rules';
import { soundBetween } from './sounds';

/** Tells what is to be heard when a new view has come. What was there at first sight is silent. */
export function useSounds(view: View, onSound: ((sound: BoardSound) => void) | undefined): void {
  const before = useRef(view);
  const tell = useEffectEvent((sound: BoardSound) => onSound?.(sound));
  useEffect(() => {
    const sound = soundBetween(before.current, view);
    before.current = view;
    if (sound) tell(sound);
  }, [view]);
}
