import type { Me } from '@trellis/wire';
import { useEffect } from 'react';
import { signInPath } from '../parts/member-action';

/** A link of the home page, `/halls/:game?play=now`, plays at once; whoever is not signed in does that first and comes back. */
export function usePlayNowLink(me: Me | null | undefined, play: () => void): void {
  useEffect(() => {
    if (!me) return;
    const { pathname, search } = window.location;
    if (new URLSearchParams(search).get('play') !== 'now') return;
    if (!me.player) {
      window.location.replace(signInPath(pathname + search));
      return;
    }
    // Once: neither loading the page again nor "back" sits down a second time.
    window.history.replaceState(window.history.state, '', pathname);
    play();
  }, [me, play]);
}
