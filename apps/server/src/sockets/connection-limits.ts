import { household, isThisMachine } from '../http/client-address.js';

/** Sockets one player may have open at once: his tabs on all his devices. */
export const mostSocketsOfPlayer = 20;
/** Connections from one address at once, signed in or not. */
export const mostConnectionsOfAddress = 200;

/** How many connections each address holds. This machine is not counted: it is a proxy, or the operator. */
export class ConnectionLimits {
  private readonly open = new Map<string, number>();

  /** `waiting`: as many more are about to connect. */
  isFull(address: string, waiting = 0): boolean {
    return (this.open.get(household(address)) ?? 0) + waiting >= mostConnectionsOfAddress;
  }

  /** Returns what to call when the connection is over. */
  opened(address: string): () => void {
    if (isThisMachine(address)) return () => undefined;
    const key = household(address);
    this.open.set(key, (this.open.get(key) ?? 0) + 1);
    return () => {
      const left = (this.open.get(key) ?? 1) - 1;
      if (left > 0) this.open.set(key, left);
      else this.open.delete(key);
    };
  }
}
