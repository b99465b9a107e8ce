import { Refusal } from '@trellis/games/kit';
import type { EventName, SocketData } from './club-socket.js';
import { TokenBuckets, type Rate } from './token-buckets.js';

type Kind = 'move' | 'look' | 'seat' | 'set' | 'say' | 'noise';

const kinds: Record<EventName, Kind> = {
  'hall:enter': 'look',
  'hall:leave': 'look',
  'hall:find': 'look',
  'hall:play-now': 'set',
  'table:set': 'set',
  'table:conventions': 'seat',
  'table:cancel': 'seat',
  'table:look': 'look',
  'table:unlook': 'look',
  'table:sit': 'seat',
  'table:stand': 'seat',
  'table:seat-computer': 'seat',
  'table:clear-seat': 'seat',
  'table:act': 'move',
  'table:leave': 'seat',
  'table:rematch': 'seat',
  'chat:say': 'say',
  'chat:listen': 'look',
  'chat:unlisten': 'look',
};

/** What one account may ask; a visitor is his address. */
const rates: Record<Kind, Rate> = {
  move: { burst: 100, perSecond: 50 },
  look: { burst: 60, perSecond: 10 },
  seat: { burst: 30, perSecond: 5 },
  set: { burst: 10, perSecond: 0.5 },
  say: { burst: 8, perSecond: 1 },
  /** What is no request: unknown events, and messages that want no answer. */
  noise: { burst: 30, perSecond: 5 },
};

/** Several people may share an address, but not as many as one address can pretend. */
const peopleBehindOneAddress = 20;

/** This many refusals within `patience` (ms), and the socket is closed. */
const refusalsBeforeTheEnd = 50;
const patience = 10_000;

/** How often each kind of request may come, from each account and each address. */
export class RequestLimits {
  private readonly ofWhom: Record<Kind, TokenBuckets>;
  private readonly ofAddress: Record<Kind, TokenBuckets>;
  private readonly refusals = new WeakMap<SocketData, { since: number; count: number }>();

  constructor(private readonly now: () => number = Date.now) {
    this.ofWhom = eachKind((kind) => new TokenBuckets(rates[kind], now));
    this.ofAddress = eachKind((kind) => new TokenBuckets(times(rates[kind]), now));
  }

  /** Refuses with `rate-limited` and the wait (ms). */
  check(event: EventName | 'noise', who: SocketData): void {
    const kind = event === 'noise' ? 'noise' : kinds[event];
    const retryMs =
      this.ofWhom[kind].take(who.session ? `player ${who.session.player.id}` : who.address) ||
      // This machine itself, or a proxy on it that does not say for whom it asks.
      (isLoopback(who.address) ? 0 : this.ofAddress[kind].take(who.address));
    if (retryMs > 0) {
      this.count(who);
      throw new Refusal('rate-limited', 'Too many requests.', { retryMs });
    }
  }

  /** True when this connection has been refused so often that it should be closed. */
  isExhausted(who: SocketData): boolean {
    return (this.refusals.get(who)?.count ?? 0) >= refusalsBeforeTheEnd;
  }

  private count(who: SocketData): void {
    const now = this.now();
    const refusals = this.refusals.get(who);
    if (!refusals || now - refusals.since > patience)
      this.refusals.set(who, { since: now, count: 1 });
    else refusals.count++;
  }
}

export function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

function eachKind<T>(make: (kind: Kind) => T): Record<Kind, T> {
  const all = Object.keys(rates) as Kind[];
  return Object.fromEntries(all.map((kind) => [kind, make(kind)])) as Record<Kind, T>;
}

function times({ burst, perSecond }: Rate): Rate {
  return { burst: burst * peopleBehindOneAddress, perSecond: perSecond * peopleBehindOneAddress };
}
