import { performance } from 'node:perf_hooks';
import { Clock } from '@trellis/tables';

/** A longer timer fires at once, so longer waits are made of several. */
const longestTimer = 2 ** 31 - 1;

/**
 * The time since 1970 as it was when the process started, plus what has gone by since: somebody who sets the
 * machine's clock moves no player's.
 */
export class SystemClock extends Clock {
  now(): number {
    return Math.floor(performance.timeOrigin + performance.now());
  }

  at(time: number, callback: () => void): () => void {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const left = time - this.now();
      timer = left > longestTimer ? setTimeout(wait, longestTimer) : setTimeout(callback, left);
      timer.unref();
    };
    wait();
    return () => clearTimeout(timer);
  }
}
