import type { ClubFacade } from './club-facade.js';

// A module imported by the site's entry and by a bundled page is two modules; the global symbol is one.
const place = Symbol.for('trellis.club');
const shared = globalThis as { [place]?: ClubFacade };

/** Called once by the process that reads pages' data: from then on `club()` answers with this one. */
export function installFacade(facade: ClubFacade): void {
  shared[place] = facade;
}

/** The club as anyone may read it. */
export function club(): ClubFacade {
  const facade = shared[place];
  if (!facade) throw new Error('No club is installed in this process: call installFacade first.');
  return facade;
}
