import type { AnyGame } from '@trellis/games/kit';
import type { TableId } from '@trellis/facade';
import { commit, committed, withContribution } from './fair-deals.js';
import { creditClocks, freshClocks, startOnArrival, timeLeft, turnClocks } from './clocks.js';
import type { Entry } from './entry.js';
import type { Games } from './ports.js';
import type { Alarm, Occupant, Playing, SeatState, Table, TableOf } from './table.js';

/** How long the dialog of the conventions stays open (ms). */
export const conventionTime = 120_000;

/** A table before its first entry. */
export function freeTable(id: TableId): Table {
  return { id, game: '', rulesVersion: 0, number: null, setBy: '', seq: 0, at: 0, phase: 'free' };
}

/** The fold of a journal. Throws when the journal does not fit the rules that this club has. */
export function foldTable(id: TableId, entries: readonly Entry[], games: Games): Table {
  return entries.reduce((table, entry) => evolve(table, entry, games), freeTable(id));
}

/** The table after an entry. Every entry that `decide` made is accepted; nothing is judged here. */
export function evolve(before: Table, entry: Entry, games: Games): Table {
  const table: Table = { ...before, seq: entry.seq, at: entry.at };
  switch (entry.kind) {
    case 'set':
      return {
        ...commonOf(table),
        game: entry.game,
        rulesVersion: entry.rulesVersion,
        number: entry.number,
        setBy: entry.by,
        phase: 'convention',
        until: entry.at + conventionTime,
      };
    case 'conventions-chosen': {
      const seats = rulesOf(table, games).seats(entry.conventions);
      return {
        ...commonOf(table),
        phase: 'gathering',
        conventions: entry.conventions,
        seats: Array.from({ length: seats }, (): SeatState => ({ kind: 'empty' })),
      };
    }
    case 'sat':
      return withSeat(inPhase(table, 'gathering'), entry.seat, entry.occupant);
    case 'stood':
      return withSeat(inPhase(table, 'gathering'), entry.seat, { kind: 'empty' });
    case 'started':
      return start(inPhase(table, 'gathering'), entry, rulesOf(table, games));
    case 'arrived': {
      const playing = inPhase(table, 'playing');
      return {
        ...playing,
        arrived: [...playing.arrived, entry.seat],
        clocks: startOnArrival(playing.clocks, entry.seat, entry.at),
      };
    }
    case 'acted': {
      const rules = rulesOf(table, games);
      const playing = inPhase(table, 'playing');
      return play(
        playing,
        entry,
        rules,
        rules.apply(playing.state, entry.seat, entry.action),
        entry.seat,
      );
    }
    case 'committed':
      return { ...inPhase(table, 'playing'), fair: commit(inPhase(table, 'playing'), entry) };
    case 'contributed': {
      const playing = inPhase(table, 'playing');
      return { ...playing, fair: withContribution(playing, entry) };
    }
    case 'contributions-closed': {
      const playing = inPhase(table, 'playing');
      return { ...playing, fair: { ...committed(playing), until: null } };
    }
    case 'shuffled': {
      const rules = rulesOf(table, games);
      const before = inPhase(table, 'playing');
      if (!rules.shuffled) throw new Error(`${rules.name} knows no shuffles.`);
      // Journals that are older than commitments have shuffles without one.
      const fair = before.fair && { ...before.fair, drawn: before.fair.drawn + 1 };
      const playing = { ...before, fair };
      return play(playing, entry, rules, rules.shuffled(playing.state, entry.order), null);
    }
    case 'rang': {
      const rules = rulesOf(table, games);
      const playing = inPhase(table, 'playing');
      if (!rules.ring) throw new Error(`${rules.name} knows no alarms.`);
      return play(playing, entry, rules, rules.ring(playing.state), null);
    }
    case 'forfeited': {
      const rules = rulesOf(table, games);
      const playing = inPhase(table, 'playing');
      return play(
        playing,
        entry,
        rules,
        rules.forfeit(playing.state, entry.seat, entry.reason),
        null,
      );
    }
    case 'relieved': {
      const rules = rulesOf(table, games);
      const playing = inPhase(table, 'playing');
      const { seat, reason } = entry;
      const away = [...playing.away, { seat, reason }];
      const state: unknown = absenceOf(rules).away(playing.state, seat, reason);
      return withFreshDecision(play({ ...playing, away }, entry, rules, state, null), entry);
    }
    case 'returned': {
      const rules = rulesOf(table, games);
      const playing = inPhase(table, 'playing');
      const { seat } = entry;
      const away = playing.away.filter((each) => each.seat !== seat);
      const state: unknown = absenceOf(rules).back(playing.state, seat);
      return withFreshDecision(play({ ...playing, away }, entry, rules, state, null), entry);
    }
    case 'proven': {
      const rules = rulesOf(table, games);
      const playing = inPhase(table, 'playing');
      if (!rules.proven) throw new Error(`${rules.name} knows no proofs.`);
      return play(playing, entry, rules, rules.proven(playing.state), null);
    }
    case 'finished':
      return {
        ...commonOf(table),
        game: entry.game,
        rulesVersion: entry.rulesVersion,
        number: entry.number,
        setBy: entry.by,
        phase: 'finished',
        conventions: entry.conventions,
        gameId: entry.gameId,
        startedAt: entry.startedAt,
        finishedAt: entry.at,
        seats: entry.seats,
        state: entry.state,
        result: entry.result,
        ratings: entry.ratings,
        staying: entry.seats.flatMap((seat) => (seat.kind === 'player' ? [seat.player] : [])),
      };
    case 'left': {
      const finished = inPhase(table, 'finished');
      return { ...finished, staying: finished.staying.filter((each) => each !== entry.player) };
    }
    case 'reopened':
      return reopen(inPhase(table, 'finished'), entry);
    case 'credited':
      return credit(table, entry.ms);
    case 'freed':
      return { ...commonOf(table), phase: 'free' };
  }
}

export function rulesOf(table: Pick<Table, 'game' | 'rulesVersion'>, games: Games): AnyGame {
  const rules = games(table.game);
  if (!rules) throw new Error(`This club has no rules for "${table.game}".`);
  if (rules.rulesVersion !== table.rulesVersion) {
    throw new Error(
      `${table.game}: the table plays rules ${table.rulesVersion}, this club has ${rules.rulesVersion}.`,
    );
  }
  return rules;
}

function commonOf({ id, game, rulesVersion, number, setBy, seq, at }: Table) {
  return { id, game, rulesVersion, number, setBy, seq, at };
}

function inPhase<Phase extends Table['phase']>(table: Table, phase: Phase): TableOf<Phase> {
  if (table.phase !== phase)
    throw new Error(`Table ${table.id} is ${table.phase}, its journal speaks of ${phase}.`);
  return table as TableOf<Phase>;
}

function withSeat(table: TableOf<'gathering'>, seat: number, state: SeatState): Table {
  return { ...table, seats: table.seats.with(seat, state) };
}

function start(
  table: TableOf<'gathering'>,
  entry: Extract<Entry, { kind: 'started' }>,
  rules: AnyGame,
): Table {
  const state: unknown = rules.start(table.conventions);
  const seats = table.seats.filter(
    (seat): seat is Occupant => seat.kind === 'player' || seat.kind === 'computer',
  );
  const computers = seats.flatMap((seat, index) => (seat.kind === 'computer' ? [index] : []));
  const playing: TableOf<'playing'> = {
    ...commonOf(table),
    phase: 'playing',
    conventions: table.conventions,
    gameId: entry.gameId,
    startedAt: entry.at,
    seats,
    state,
    clocks: freshClocks(seats.length, table.conventions, entry.seq),
    arrived: [...entry.present, ...computers],
    alarm: null,
    fair: null,
    away: [],
  };
  return play(playing, entry, rules, state, null);
}

function play(
  table: TableOf<'playing'>,
  { seq, at }: Entry,
  rules: AnyGame,
  state: unknown,
  actor: number | null,
): TableOf<'playing'> {
  return {
    ...table,
    state,
    clocks: turnClocks(table, { seq, at, actor, toAct: rules.toAct(state) }),
    alarm: nextAlarm(table, rules, state, at),
  };
}

function absenceOf({ name, absence }: AnyGame): NonNullable<AnyGame['absence']> {
  if (!absence) throw new Error(`${name} lets nobody play for who is away.`);
  return absence;
}

/** Somebody else decides for this seat from here on: the decision begins anew, the bank is what it was. */
function withFreshDecision(
  table: TableOf<'playing'>,
  { seat, seq, at }: { readonly seat: number; readonly seq: number; readonly at: number },
): Table {
  const clock = table.clocks[seat]!;
  const { bank } = timeLeft(clock, table.conventions, at);
  const since = clock.since === null ? null : at;
  return { ...table, clocks: table.clocks.with(seat, { since, spent: 0, bank, decisionSeq: seq }) };
}

function nextAlarm(playing: Playing, rules: AnyGame, state: unknown, at: number): Alarm | null {
  const alarm = rules.alarm?.(state);
  if (!alarm) return null;
  return playing.alarm?.id === alarm.id ? playing.alarm : { id: alarm.id, due: at + alarm.ms };
}

/** The same people and conventions, each one seat further, so that somebody else moves first. */
function reopen(
  table: TableOf<'finished'>,
  { by, until }: Extract<Entry, { kind: 'reopened' }>,
): Table {
  const moved = table.seats.map((_, seat) => table.seats.at(seat - 1)!);
  return {
    ...commonOf(table),
    phase: 'gathering',
    conventions: table.conventions,
    seats: moved.map((occupant): SeatState => {
      if (occupant.kind === 'computer' || occupant.player === by) return occupant;
      if (!table.staying.includes(occupant.player)) return { kind: 'empty' };
      return { kind: 'reserved', player: occupant.player, until };
    }),
  };
}

function credit(table: Table, ms: number): Table {
  switch (table.phase) {
    case 'convention':
      return { ...table, until: table.until + ms };
    case 'playing':
      return {
        ...table,
        clocks: creditClocks(table.clocks, ms),
        alarm: table.alarm && { ...table.alarm, due: table.alarm.due + ms },
        fair: table.fair?.until ? { ...table.fair, until: table.fair.until + ms } : table.fair,
      };
    default:
      return table;
  }
}
