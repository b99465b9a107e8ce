import type { Picture } from './picture.js';

type Draw = (picture: Picture) => Promise<Uint8Array>;

// The site's entry and a bundled route are two modules; the global symbol is one, as with `club()`.
const place = Symbol.for('trellis.pictures');
const shared = globalThis as { [place]?: Draw };

/** Called once by the site's entry, which knows where the thread's program is. */
export function installPictures(draw: Draw): void {
  shared[place] = draw;
}

/** A PNG of the picture. Rejects when too many are wanted at once. */
export function drawn(picture: Picture): Promise<Uint8Array> {
  const draw = shared[place];
  if (!draw) throw new Error('Nobody draws in this process: call installPictures first.');
  return draw(picture);
}
