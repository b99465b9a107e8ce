import { Refusal } from '@trellis/games/kit';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { household, isThisMachine } from './client-address.js';
import { TokenBuckets, type Limit } from './token-buckets.js';

export type LimitKind =
  | 'sign-in'
  | 'http'
  | 'play'
  | 'hall'
  | 'chat'
  | 'look'
  | 'write'
  | 'search'
  | 'export'
  | 'picture'
  | 'connect';

export interface LimitKeys {
  /** The player, when he is signed in. */
  readonly account?: string;
  /** The client's address (`clientAddress`). One of the loopback names nobody, so it is not limited. */
  readonly address: string;
}

export interface Limits {
  readonly account: Limit;
  readonly address: Limit;
}

/**
 * How much one account, and one address (a household, a school), may ask of each kind: that many points at once, and as
 * many again spread over so many seconds. They are far above what people do and far below what hurts the neighbours.
 */
export const clubLimits: Readonly<Record<LimitKind, Limits>> = {
  'sign-in': { account: { points: 20, seconds: 60 }, address: { points: 60, seconds: 60 } },
  http: { account: { points: 300, seconds: 10 }, address: { points: 1500, seconds: 10 } },
  play: { account: { points: 600, seconds: 10 }, address: { points: 6000, seconds: 10 } },
  hall: { account: { points: 100, seconds: 10 }, address: { points: 1500, seconds: 10 } },
  chat: { account: { points: 15, seconds: 15 }, address: { points: 300, seconds: 15 } },
  write: { account: { points: 60, seconds: 60 }, address: { points: 600, seconds: 60 } },
  search: { account: { points: 20, seconds: 20 }, address: { points: 200, seconds: 20 } },
  export: { account: { points: 10, seconds: 600 }, address: { points: 100, seconds: 600 } },
  // Nobody is asked who he is: only the address counts.
  picture: { account: { points: 60, seconds: 60 }, address: { points: 60, seconds: 60 } },
  // A page is a connection; after a restart everybody opens all of his at once.
  connect: { account: { points: 100, seconds: 30 }, address: { points: 400, seconds: 20 } },
  look: { account: { points: 200, seconds: 10 }, address: { points: 3000, seconds: 10 } },
};

/** What the limits need of a Redis connection; the shape of the `redis` package's client. */
export type RedisClient = object & { readonly isReady: boolean };

/** How long to wait for a Redis that does not answer, before doing without (ms). */
const patience = 250;

/**
 * Refuses (`rate-limited`, with `retryMs`) who asks too much. Each process counts in memory; with a Redis all processes
 * count together, and when it is away or slow each goes on with its own count.
 */
export class RateLimits {
  private readonly buckets: TokenBuckets;
  private readonly shared = new Map<string, RateLimiterRedis>();

  constructor(
    private readonly options: {
      readonly redis?: RedisClient;
      readonly limits?: Readonly<Record<LimitKind, Limits>>;
      readonly now?: () => number;
    } = {},
  ) {
    this.buckets = new TokenBuckets(options.now);
    if (!options.redis) return;
    for (const [kind, limits] of Object.entries(this.limits))
      for (const who of ['account', 'address'] as const)
        this.shared.set(
          `${kind}:${who}`,
          new RateLimiterRedis({
            storeClient: options.redis,
            useRedisPackage: true,
            rejectIfRedisNotReady: true,
            keyPrefix: `trellis:limit:${kind}:${who}`,
            points: limits[who].points,
            duration: limits[who].seconds,
          }),
        );
  }

  /** Counts in this process only and at once, for the hot path: a table's people are on one process anyway. */
  takeNow(kind: LimitKind, keys: LimitKeys): void {
    for (const [who, key] of named(keys)) {
      const retryMs = this.buckets.take(`${kind}:${who}:${key}`, this.limits[kind][who]);
      if (retryMs > 0) throw tooMuch(retryMs);
    }
  }

  /** Counts here, and together with the other processes when there is a Redis. */
  async take(kind: LimitKind, keys: LimitKeys): Promise<void> {
    this.takeNow(kind, keys);
    if (!this.options.redis?.isReady) return;
    await Promise.all(
      named(keys).map(([who, key]) =>
        withinPatience(this.shared.get(`${kind}:${who}`)!.consume(key)),
      ),
    );
  }

  private get limits(): Readonly<Record<LimitKind, Limits>> {
    return this.options.limits ?? clubLimits;
  }
}

async function withinPatience(counted: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
  try {
    await Promise.race([counted, enough]);
  } catch (error) {
    // Anything else means that Redis is away: this process has counted already.
    if (error instanceof RateLimiterRes) throw tooMuch(error.msBeforeNext);
  } finally {
    clearTimeout(timer);
  }
}

function named({ account, address }: LimitKeys): ['account' | 'address', string][] {
  const who: ['account' | 'address', string][] = [];
  if (account !== undefined) who.push(['account', account]);
  if (!isThisMachine(address)) who.push(['address', household(address)]);
  return who;
}

function tooMuch(retryMs: number): Refusal {
  return new Refusal('rate-limited', 'That was too much at once.', {
    retryMs: Math.max(1, Math.ceil(retryMs)),
  });
}
