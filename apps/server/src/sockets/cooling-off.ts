import { household, isThisMachine } from '../http/client-address.js';

/** The first time (ms); each further time twice as long, up to the longest. */
export const shortestCoolingOff = 1000;
export const longestCoolingOff = 60_000;
/** Who has behaved for so long is as if he had never asked too much (ms). */
export const forgottenAfter = 10 * 60_000;

interface Known {
  readonly until: number;
  readonly lasted: number;
}

/** Who he is: an account, else a visitor, else all from this address who show nothing. */
export interface Comer {
  readonly account?: string;
  readonly visitor?: string;
  readonly address: string;
}

/**
 * Whose connection was closed because he asked too much, and who may not come back for a while. Of a household only those cool
 * off who show no account: his neighbours behind the same address are let in.
 */
export class CoolingOff {
  private readonly known = new Map<string, Known>();
  private swept = 0;

  constructor(private readonly now: () => number = Date.now) {}

  /** Returns how long he has to stay away (ms). */
  begin(comer: Comer): number {
    const key = keyOf(comer);
    if (key === undefined) return shortestCoolingOff;
    const now = this.now();
    this.sweep(now);
    const before = this.known.get(key);
    const lasted = before ? Math.min(2 * before.lasted, longestCoolingOff) : shortestCoolingOff;
    this.known.set(key, { until: now + lasted, lasted });
    return lasted;
  }

  /** How long he still has to stay away (ms); 0: he may come. */
  left(comer: Comer): number {
    const key = keyOf(comer);
    const until = key === undefined ? undefined : this.known.get(key)?.until;
    return until === undefined ? 0 : Math.max(0, until - this.now());
  }

  private sweep(now: number): void {
    if (now - this.swept < 1000) return;
    this.swept = now;
    for (const [key, { until }] of this.known)
      if (now > until + forgottenAfter) this.known.delete(key);
  }
}

/** Undefined for who shows nothing and comes from this machine: that is a proxy, or the operator. */
function keyOf({ account, visitor, address }: Comer): string | undefined {
  if (account !== undefined) return account;
  if (visitor !== undefined) return visitor;
  return isThisMachine(address) ? undefined : `from ${household(address)}`;
}
