import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Picture } from './picture.js';

/** A picture takes some twenty milliseconds; one that is not there after so long (ms) is given up, with its thread. */
const longestMs = 4_000;
/** Pictures that wait for their turn. */
const mostWaiting = 16;

/** Draws pictures in a thread of its own, started for the first and ended when nobody shares anything: no page waits for it. */
export class PictureThread {
  private pool: Piscina<Picture, Uint8Array> | undefined;

  async draw(picture: Picture): Promise<Uint8Array> {
    const pool = (this.pool ??= new Piscina<Picture, Uint8Array>({
      filename: fileURLToPath(new URL('./draw-thread.js', import.meta.url)),
      minThreads: 0,
      maxThreads: 1,
      maxQueue: mostWaiting,
      idleTimeout: 60_000,
      // Drawing may take the processor only when moves and pages leave it.
      niceIncrement: 10,
    }));
    return pool.run(picture, { signal: AbortSignal.timeout(longestMs) });
  }
}
