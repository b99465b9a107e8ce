import { Refusal, type AnyGame, type Seat } from '@trellis/games/kit';
import type { TableId } from '@trellis/facade';
import { levelAt } from './absence.js';
import { rulesOf } from './evolve.js';
import type { Chance, Clock, Games, Thinker } from './ports.js';
import type { Request } from './request.js';
import type { TableOf } from './table.js';

export interface ComputerTurnsParts {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly thinker: Thinker;
  readonly games: Games;
  /** How long a computer player takes over a decision, drawn before it is known what there is to decide (ms). */
  readonly computerPause: (random: () => number) => number;
  readonly report: (error: unknown, tableId: TableId) => void;
}

type Act = Extract<Request, { kind: 'computer-acts' }>;
type Playing = TableOf<'playing'>;

interface Turn {
  /** The state that is being thought about: the same object as long as nothing happened in the game. */
  readonly state: unknown;
  cancel: () => void;
}

/**
 * The computers' decisions at one table. Each thinks while its pause runs and acts when the pause is over, so how long it
 * takes says nothing of how hard it was; only a thought that outlasts its pause is waited for.
 */
export class ComputerTurns {
  private readonly turns = new Map<Seat, Turn>();

  constructor(
    private readonly parts: ComputerTurnsParts,
    /** Rejects with the refusal. */
    private readonly act: (request: Act) => Promise<unknown>,
  ) {}

  /** Whoever of the house has something to decide here begins to think; who has nothing any more stops. */
  look(table: Playing): void {
    const rules = rulesOf(table, this.parts.games);
    for (const [seat, turn] of this.turns) if (turn.state !== table.state) this.drop(seat);
    for (const seat of table.seats.keys()) {
      const level = levelAt(table, seat, rules);
      const choices = level === undefined ? [] : choicesOf(rules, table.state, seat);
      if (level === undefined || choices.length === 0) this.drop(seat);
      else if (!this.turns.has(seat)) this.begin(table, rules, seat, level, choices);
    }
  }

  stop(): void {
    for (const seat of [...this.turns.keys()]) this.drop(seat);
  }

  private drop(seat: Seat): void {
    this.turns.get(seat)?.cancel();
    this.turns.delete(seat);
  }

  private begin(
    table: Playing,
    rules: AnyGame,
    seat: Seat,
    level: string,
    choices: readonly unknown[],
  ): void {
    const { clock, chance, thinker, computerPause, report } = this.parts;
    const random = () => chance.random();
    const ready = clock.now() + computerPause(random);
    const turn: Turn = { state: table.state, cancel: () => undefined };
    this.turns.set(seat, turn);
    const any = () => choices[Math.floor(random() * choices.length)];
    const view: unknown = rules.viewFor(table.state, seat);
    const thought = thinker
      .choose({ game: table.game, level, view, legal: choices })
      .catch((error: unknown) => {
        // Better a poor decision than a table that waits for ever.
        report(error, table.id);
        return any();
      });
    const say = async (action: unknown): Promise<void> => {
      await this.act({ kind: 'computer-acts', seat, after: table.seq, action });
    };
    const decide = async () => {
      const action = await thought;
      if (this.turns.get(seat) !== turn) return;
      try {
        await say(action);
      } catch (error) {
        if (this.turns.get(seat) !== turn || isOfRace(error)) return;
        // It chose what the rules refuse.
        report(error, table.id);
        await say(any());
      }
    };
    turn.cancel = clock.at(ready, () => {
      decide().catch((error: unknown) => {
        if (!isOfRace(error)) report(error, table.id);
      });
    });
  }
}

/** What a seat has to choose from: first what it was asked without owing it. */
function choicesOf(rules: AnyGame, state: unknown, seat: Seat): readonly unknown[] {
  const asked = rules.asked?.(state, seat) ?? [];
  if (asked.length > 0) return asked;
  return rules.toAct(state).includes(seat) ? rules.legalActions(state, seat) : [];
}

/** The table has moved on, or will come back: nothing that the computer did wrong. */
function isOfRace(error: unknown): boolean {
  const races = [
    'stale-view',
    'try-again',
    'no-answer',
    'storage-away',
    'restarting',
    'not-seated',
    'game-over',
  ];
  return error instanceof Refusal && races.includes(error.code);
}
