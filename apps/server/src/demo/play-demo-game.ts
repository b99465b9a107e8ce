import { setImmediate } from 'node:timers/promises';
import type { PlayerId } from '@trellis/facade';
import { houseGame, proverOf } from '@trellis/games/catalog/house';
import type { AnyGame } from '@trellis/games/kit';
import type { Storage } from '@trellis/storage';
import { Audience, Clock, LiveTable, Thinker, type TableOf } from '@trellis/tables';
import type { DemoGame } from './demo-games.js';
import { demoPeople } from './demo-people.js';
import { HeldJournal, ResultsAfterHeld } from './held-journal.js';
import { SeededChance } from './seeded-chance.js';

/** The shortest and the longest time that somebody of the demo takes over a decision (ms). */
const pace = { shortest: 1_500, longest: 14_000 };

/** Time that only passes when somebody decides. */
class DemoClock extends Clock {
  private waiting: { readonly time: number; readonly callback: () => void }[] = [];

  constructor(private time: number) {
    super();
  }

  now(): number {
    return this.time;
  }

  at(time: number, callback: () => void): () => void {
    const timer = { time, callback };
    this.waiting.push(timer);
    return () => void (this.waiting = this.waiting.filter((each) => each !== timer));
  }

  /** Calls back what was due meanwhile: the proof of a claim waits for its moment. */
  pass(ms: number): void {
    this.time += Math.round(ms);
    const due = this.waiting.filter(({ time }) => time <= this.time);
    this.waiting = this.waiting.filter((timer) => !due.includes(timer));
    for (const { callback } of due) callback();
  }
}

/** Everybody at the table looks at it, and nobody else. */
class DemoAudience extends Audience {
  constructor(private readonly people: readonly PlayerId[]) {
    super();
  }

  show(): void {}
  finished(): void {}
  present(): ReadonlySet<PlayerId> {
    return new Set(this.people);
  }
  playsElsewhere(): boolean {
    return false;
  }
}

/** Computers at the table are asked by `play` itself, so that their time passes as that of people does. */
class DemoThinker extends Thinker {
  choose(): Promise<unknown> {
    return new Promise(() => undefined);
  }

  async prove({ game, question }: Parameters<Thinker['prove']>[0]): Promise<boolean> {
    return proverOf(game)?.(question) ?? false;
  }
}

/**
 * Plays a game at a real table, from the setting of the table to the last player's leaving: what is stored of it is what
 * would be stored of any other. A game that was played already is not played again; one that a crash cut short is begun anew.
 */
export async function playDemoGame(
  storage: Storage,
  game: DemoGame,
  /** The accounts of `demoPeople`, in their order. */
  ids: readonly PlayerId[],
  now: number,
): Promise<'played' | 'known'> {
  const chance = new SeededChance(game.seed);
  const tableId = chance.hex('table').slice(0, 22);
  const clock = new DemoClock(now - game.ago);
  const journal = new HeldJournal(storage.journal);
  const people = game.seats.flatMap((seat) => (typeof seat === 'number' ? [ids[seat]!] : []));
  const wake = () =>
    LiveTable.wake(
      tableId,
      {
        ...{ clock, chance, journal, results: new ResultsAfterHeld(storage.results, journal) },
        audience: new DemoAudience(people),
        thinker: new DemoThinker(),
        games: houseGame,
        computerPause: () => 0,
        interrupted: () => false,
        onWriteFailed: () => undefined,
        report: (error) => {
          throw error;
        },
      },
      () => undefined,
    );
  const begun = await wake();
  if (begun.table.phase !== 'free') await begun.handle({ kind: 'discard' });
  // The only id that the table draws is that of its game.
  if (await storage.clubStore.game(new SeededChance(game.seed).id())) return 'known';
  const table = await wake();
  await seatAll(table, game, ids);
  await play(table, game, { clock, chance });
  for (const player of people) {
    const { table: now } = table;
    if (now.phase === 'finished' && now.staying.includes(player))
      await table.handle({ kind: 'leave', player });
  }
  return 'played';
}

async function seatAll(table: LiveTable, game: DemoGame, ids: readonly PlayerId[]): Promise<void> {
  const { number, preset, conventions, seats } = game;
  if (typeof seats[0] !== 'number') throw new Error('Whoever sets a table has its first seat.');
  const host = ids[seats[0]]!;
  await table.handle({ kind: 'set', player: host, game: game.game, number });
  await table.handle({
    ...{ kind: 'choose-conventions', player: host, conventions },
    ...(preset !== '' && { preset }),
  });
  for (const [seat, who] of seats.entries()) {
    if (typeof who === 'string')
      await table.handle({ kind: 'seat-computer', player: host, seat, level: who });
    else if (ids[who] !== host) await table.handle({ kind: 'sit', player: ids[who]!, seat });
  }
}

async function play(
  live: LiveTable,
  game: DemoGame,
  { clock, chance }: { readonly clock: DemoClock; readonly chance: SeededChance },
): Promise<void> {
  const rules = houseGame(game.game)!;
  for (let decisions = 0; ; decisions++) {
    clock.pass(pace.shortest + (pace.longest - pace.shortest) * chance.random() ** 3);
    await setImmediate();
    await live.drained();
    const { table } = live;
    if (table.phase !== 'playing') return;
    const [seat] = rules.toAct(table.state);
    if (seat === undefined) await contribute(live, table, chance);
    else if (decisions === game.leavesAfter) await leave(live, table);
    else await decide(live, table, { seat, game, rules, chance });
  }
}

/** The game waits for a shuffle, and the shuffle for what everybody's browser adds. */
async function contribute(
  live: LiveTable,
  { seats, gameId, fair }: TableOf<'playing'>,
  chance: SeededChance,
): Promise<void> {
  const seat = seats.findIndex(
    ({ kind }, index) => kind === 'player' && fair?.contributions[index] === null,
  );
  const occupant = seats[seat];
  if (occupant?.kind !== 'player') throw new Error('The game waits for something unknown.');
  const contribution = chance.hex(`contribution ${seat}`);
  const { player } = occupant;
  await live.handle({ kind: 'contribute', player, gameId, contribution });
}

async function leave(live: LiveTable, { seats }: TableOf<'playing'>): Promise<void> {
  const leaver = seats.find(({ kind }) => kind === 'player');
  if (leaver?.kind === 'player') await live.handle({ kind: 'leave', player: leaver.player });
}

async function decide(
  live: LiveTable,
  table: TableOf<'playing'>,
  about: {
    readonly seat: number;
    readonly game: DemoGame;
    readonly rules: AnyGame;
    readonly chance: SeededChance;
  },
): Promise<void> {
  const { seat, game, rules, chance } = about;
  const who = game.seats[seat]!;
  const level = typeof who === 'string' ? who : demoPeople[who]!.plays[game.game];
  const computer = rules.computers.find((each) => each.level === level);
  if (!computer) throw new Error(`Nobody of the house plays ${game.game} as ${String(level)}.`);
  const action: unknown = computer.choose(
    rules.viewFor(table.state, seat),
    rules.legalActions(table.state, seat),
    () => chance.random(),
  );
  const occupant = table.seats[seat]!;
  await live.handle(
    occupant.kind === 'player'
      ? { kind: 'act', player: occupant.player, after: table.seq, action }
      : { kind: 'computer-acts', seat, after: table.seq, action },
  );
}
