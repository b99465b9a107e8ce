import { useEffect } from 'react';
import { goPlayTheHouse } from './ask-the-house';

/** The link `/halls/:game?play=house`, taken before the page it stands on had its scripts, plays at once. */
export function usePlayHouseLink(game: string): void {
  useEffect(() => {
    const { pathname, search } = window.location;
    if (new URLSearchParams(search).get('play') !== 'house') return;
    window.history.replaceState(window.history.state, '', pathname);
    void goPlayTheHouse(game);
  }, [game]);
}
