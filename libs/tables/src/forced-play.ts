import type { Seat } from '@trellis/games/kit';
import type { PlayerId } from '@trellis/facade';
import { deadline } from './clocks.js';
import type { Entry } from './entry.js';
import { rulesOf } from './evolve.js';
import type { Audience, Chance, Clock, Games } from './ports.js';
import type { Table, TableOf } from './table.js';

/** How many of a seat's last decisions its pauses are drawn from, and how many are enough. */
const remembered = 12;
const enough = 4;
/** The shortest pause, so that the trick can be seen (ms). */
const shortest = 400;

export interface ForcedPlayParts {
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'random'>;
  readonly games: Games;
  readonly audience: Pick<Audience, 'present'>;
  /** Asks the table for this action in the player's name. */
  readonly act: (player: PlayerId, action: unknown) => void;
}

interface Waiting {
  readonly decisionSeq: number;
  readonly cancel: () => void;
}

/**
 * Plays the only legal action for players of one table who asked for it, after a pause that tells
 * nothing: it is one of the pauses that this very seat has made over real choices, drawn at random and
 * stretched a little. Lives in memory: after a restart the pages ask again.
 */
export class ForcedPlay {
  private readonly players = new Set<PlayerId>();
  private readonly waiting = new Map<Seat, Waiting>();
  /** How long each seat took over its last choices (ms). */
  private readonly pauses = new Map<Seat, readonly number[]>();

  constructor(private readonly parts: ForcedPlayParts) {}

  /** From now on the player wishes it, or does not any more. */
  prefer(player: PlayerId, on: boolean): void {
    if (on) this.players.add(player);
    else this.players.delete(player);
  }

  /** Looks at what was done, before it is: choices are what pauses are learned from. */
  learn(before: Table, entries: readonly Entry[]): void {
    if (before.phase !== 'playing') return;
    for (const entry of entries) {
      if (entry.kind !== 'acted') continue;
      const clock = before.clocks[entry.seat];
      const routine = rulesOf(before, this.parts.games).routine?.(before.state, entry.seat);
      if (!routine || 'only' in routine || !clock || clock.since === null) return;
      const took = clock.spent + Math.max(0, entry.at - clock.since);
      const known = this.pauses.get(entry.seat) ?? [];
      this.pauses.set(entry.seat, [...known, took].slice(-remembered));
      return; // what follows in the same step nobody thought about
    }
  }

  /** The table is in this state now: plays later what is forced, forgets what is not asked any more. */
  wait(table: Table): void {
    for (const [seat, { decisionSeq, cancel }] of this.waiting) {
      if (this.forced(table, seat) && decisionOf(table, seat) === decisionSeq) continue;
      cancel();
      this.waiting.delete(seat);
    }
    if (table.phase !== 'playing') return;
    for (const seat of rulesOf(table, this.parts.games).toAct(table.state)) {
      if (!this.waiting.has(seat)) this.begin(table, seat);
    }
  }

  stop(): void {
    for (const { cancel } of this.waiting.values()) cancel();
    this.waiting.clear();
  }

  private begin(table: TableOf<'playing'>, seat: Seat): void {
    const forced = this.forced(table, seat);
    if (!forced) return;
    const { clock, act } = this.parts;
    const now = clock.now();
    const cancel = clock.at(now + this.pause(table, seat, now), () => {
      this.waiting.delete(seat);
      // Who has gone meanwhile plays nothing: a card that comes from an empty chair was the only one.
      if (this.forced(table, seat)) act(forced.player, forced.action);
    });
    this.waiting.set(seat, { decisionSeq: decisionOf(table, seat)!, cancel });
  }

  /** The only action of a player who wishes it and looks at the table. */
  private forced(
    table: Table,
    seat: Seat,
  ): { readonly player: PlayerId; readonly action: unknown } | undefined {
    if (table.phase !== 'playing') return undefined;
    const occupant = table.seats[seat];
    if (occupant?.kind !== 'player' || !this.players.has(occupant.player)) return undefined;
    if (!this.parts.audience.present(table.id).has(occupant.player)) return undefined;
    const routine = rulesOf(table, this.parts.games).routine?.(table.state, seat);
    return routine && 'only' in routine
      ? { player: occupant.player, action: routine.only }
      : undefined;
  }

  /** Never more than a third of what the clock leaves. */
  private pause(table: TableOf<'playing'>, seat: Seat, now: number): number {
    const { random } = this.parts.chance;
    const own = this.pauses.get(seat) ?? [];
    const like =
      own.length >= enough ? own[Math.floor(random() * own.length)]! : usualPause(() => random());
    const stretched = like * (0.75 + random() / 2);
    const left = (deadline(table.clocks[seat]!, table.conventions) ?? now) - now;
    return Math.min(Math.max(shortest, stretched), left / 3);
  }
}

/** As people think over a card: mostly one to three seconds, now and then much longer (ms). */
export function usualPause(random: () => number): number {
  // Box and Muller: the logarithm of a person's pauses is spread like a bell.
  const bell = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(12_000, 1700 * Math.exp(0.55 * bell));
}

const decisionOf = (table: Table, seat: Seat): number | undefined =>
  table.phase === 'playing' ? table.clocks[seat]?.decisionSeq : undefined;
