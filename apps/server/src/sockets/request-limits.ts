import { Refusal } from '@trellis/games/kit';
import type { LimitKind, RateLimits } from '../http/rate-limits.js';
import { gridStepsPerSecond } from '@trellis/wire';
import type { EventName, GridEventName, SocketData } from './club-socket.js';
import { Pace } from './pace.js';

/** `noise` is no request: unknown events, and messages that want no answer. */
export type Asked = EventName | GridEventName | 'noise';

const kinds: Record<Exclude<Asked, 'movement'>, LimitKind> = {
  'hall:enter': 'look',
  'hall:leave': 'look',
  'hall:find': 'look',
  'hall:play-now': 'hall',
  'table:set': 'hall',
  'table:conventions': 'hall',
  'table:cancel': 'hall',
  'table:look': 'look',
  'table:unlook': 'look',
  'table:past': 'look',
  'table:play-here': 'look',
  'table:automatic': 'look',
  'table:sit': 'hall',
  'table:stand': 'hall',
  'table:seat-computer': 'hall',
  'table:clear-seat': 'hall',
  'table:contribute': 'play',
  'table:fairness': 'look',
  'table:act': 'play',
  'table:leave': 'hall',
  'table:rematch': 'hall',
  'table:return': 'hall',
  'chat:say': 'chat',
  'chat:listen': 'look',
  'chat:unlisten': 'look',
  'notice:seen': 'look',
  join: 'look',
  leave: 'look',
  noise: 'look',
};

/** This many refusals within `patience` (ms), and the socket is closed. */
const refusalsBeforeTheEnd = 50;
const patience = 10_000;
/** A step too many is dropped and does no harm: only so many of them weigh as much as one refusal. */
const stepsPerRefusal = 40;

/** How often requests may come, and who goes on asking all the same. */
export class RequestLimits {
  private readonly steps: Pace<SocketData>;
  private readonly refusals = new WeakMap<SocketData, { since: number; count: number }>();

  constructor(
    private readonly limits: RateLimits,
    private readonly now: () => number = Date.now,
  ) {
    this.steps = new Pace(gridStepsPerSecond, 1000, now);
  }

  /** Refuses with `rate-limited` and the wait (ms). */
  check(asked: Asked, who: SocketData): void {
    if (asked === 'movement') return this.checkStep(who);
    try {
      const account = who.player?.id ?? who.visitor?.id;
      this.limits.takeNow(kinds[asked], { account, address: who.address });
    } catch (error) {
      if (error instanceof Refusal) this.count(who, 1);
      throw error;
    }
  }

  /** True when this connection has been refused so often that it should be closed. */
  isExhausted(who: SocketData): boolean {
    return (this.refusals.get(who)?.count ?? 0) >= refusalsBeforeTheEnd;
  }

  private checkStep(who: SocketData): void {
    const retryMs = this.steps.take(who);
    if (retryMs === 0) return;
    this.count(who, 1 / stepsPerRefusal);
    throw new Refusal('rate-limited', 'That was too fast.', { retryMs });
  }

  private count(who: SocketData, weight: number): void {
    const now = this.now();
    const refusals = this.refusals.get(who);
    if (!refusals || now - refusals.since > patience)
      this.refusals.set(who, { since: now, count: weight });
    else refusals.count += weight;
  }
}
