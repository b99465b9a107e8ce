import { Refusal } from '@trellis/games/kit';
import { household, isThisMachine } from '../http/client-address.js';

/** Requests that wait for talk at once: in all, and from one address. */
export const mostWaiting = { all: 5000, address: 50 };

/** Programs without sockets that wait for the next line of a hall. */
export class HallWaiters {
  private readonly waiting = new Map<string, Set<() => void>>();
  private readonly byAddress = new Map<string, number>();
  private all = 0;
  private closed = false;

  /** Resolves when something was said, after `ms`, or when `signal` says that nobody listens any more. Refuses too many. */
  wait(room: string, address: string, ms: number, signal: AbortSignal): Promise<void> {
    const key = household(address);
    const ofAddress = this.byAddress.get(key) ?? 0;
    // This machine is a proxy, or the operator.
    const isFull = ofAddress >= mostWaiting.address && !isThisMachine(address);
    if (this.all >= mostWaiting.all || isFull)
      throw new Refusal('too-many-waiting', 'Too many requests wait already.', { retryMs: 1000 });
    if (this.closed || signal.aborted) return Promise.resolve();
    this.all++;
    this.byAddress.set(key, ofAddress + 1);
    return new Promise((resolve) => {
      const waiters = this.waiting.get(room) ?? new Set();
      this.waiting.set(room, waiters);
      const wake = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        if (!waiters.delete(wake)) return;
        if (waiters.size === 0) this.waiting.delete(room);
        this.all--;
        const left = (this.byAddress.get(key) ?? 1) - 1;
        if (left > 0) this.byAddress.set(key, left);
        else this.byAddress.delete(key);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      timer.unref();
      signal.addEventListener('abort', wake);
      waiters.add(wake);
    });
  }

  wake(room: string): void {
    for (const wake of [...(this.waiting.get(room) ?? [])]) wake();
  }

  /** How many wait now. */
  get size(): number {
    return this.all;
  }

  /** From now on nobody waits. */
  close(): void {
    this.closed = true;
    for (const room of [...this.waiting.keys()]) this.wake(room);
  }
}
