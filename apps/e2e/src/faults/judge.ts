import { isDeepStrictEqual } from 'node:util';
import { gameNamed } from '@trellis/games/catalog/games';
import type { Viewer } from '@trellis/games/kit';
import type { TableView } from '@trellis/wire';
import { evolve, freeTable, rulesOf, viewTable, type Entry, type Table } from '@trellis/tables';
import { fitsAt, isUnsure, onlyByRequest, plain, playerOf } from './explained-by.js';
import type { Asked, History, Seen, Settled } from './history.js';
import { isRatedGame, type Kept, type KeptGame } from './kept.js';

/**
 * Compares what people were told with what the club kept. Knows nothing of how the club works, only what it promises;
 * returns every broken promise in a sentence.
 */
export function judge(history: History, kept: Kept): string[] {
  return [
    ...history.tables.flatMap((id) => {
      const entries = kept.written.get(id) ?? [];
      const asked = history.asked.filter(({ tableId }) => tableId === id);
      const seen = history.seen.filter(({ tableId }) => tableId === id);
      return [
        () => oneOrder(id, entries),
        () => exactlyOnce(id, entries, asked),
        () => onlyForward(seen),
        () => asTheJournalSays(id, entries, seen),
        () => gamesAsPlayed(entries, kept),
      ].flatMap((find) => orNonsense(id, find));
    }),
    ...noStrangeGames(kept),
    ...history.settled.flatMap(asFresh),
    ...kept.wrongRatings.map((each) => `Ratings are not what the games say: ${each}`),
  ];
}

/** A journal of which the rules cannot make a table is found, too. */
function orNonsense(id: string, find: () => string[]): string[] {
  try {
    return find();
  } catch (error) {
    return [`${id}: what was written makes no sense. ${String(error)}`];
  }
}

/** `seq` counts from 1 without gaps, nothing was written twice, and time does not run backwards. */
function oneOrder(id: string, entries: readonly Entry[]): string[] {
  return entries.flatMap(({ seq, at }, index) => {
    const before = entries[index - 1];
    const wrong = [];
    if (seq !== (before?.seq ?? 0) + 1) wrong.push(`follows ${before?.seq ?? 'nothing'}`);
    if (before && at < before.at) wrong.push('is older than the one before');
    return wrong.map((what) => `${id}: entry ${seq} ${what}.`);
  });
}

/**
 * Acknowledged ⇒ there exactly once. Refused ⇒ absent. Unanswered ⇒ at most once: each entry that only a person makes
 * is claimed by exactly one acknowledgement, or else explained by a request that nobody answered, or that the club did not know the outcome of.
 */
export function exactlyOnce(
  id: string,
  entries: readonly Entry[],
  asked: readonly Asked[],
): string[] {
  const wrong: string[] = [];
  const claimed = new Set<number>();
  const fits = (each: Asked, entry: Entry) =>
    fitsAt(each, entry, () => playerOf(id, entries, entry));
  // Before the first start people take their seats; the machine begins after it.
  const begun = entries.find(({ kind }) => kind === 'started')?.seq ?? 0;
  const isAsked = (entry: Entry) => entry.seq > begun && onlyByRequest(entry);
  for (const each of asked) {
    if (each.outcome.kind !== 'acknowledged') continue;
    const { seq } = each.outcome;
    // The last thing that somebody did up to there: what follows in the same step nobody asks for.
    const entry = entries.findLast(
      (entry) => entry.seq <= seq && (isAsked(entry) || entry.kind === 'stood'),
    );
    const made = entry && entry.seq > each.after && fits(each, entry) && entries.length >= seq;
    if (!made) wrong.push(`${id}: acknowledged with ${seq}, but not there: ${textOf(each)}`);
    else if (claimed.has(entry.seq))
      wrong.push(`${id}: entry ${entry.seq} was acknowledged twice: ${textOf(each)}`);
    else claimed.add(entry.seq);
  }
  for (const entry of entries) {
    if (!isAsked(entry) || claimed.has(entry.seq)) continue;
    const explained = asked.some(
      (each) =>
        isUnsure(each) &&
        each.after < entry.seq &&
        fits(each, entry) &&
        !entries.some((other) => isBetween(other, each.after, entry)),
    );
    if (!explained)
      wrong.push(`${id}: entry ${entry.seq} is there, but nobody's: ${JSON.stringify(entry)}`);
  }
  return wrong;
}

/** An action of the same seat between the view and the entry: the club would have refused the view as stale. */
function isBetween(other: Entry, after: number, entry: Entry): boolean {
  return (
    entry.kind === 'acted' &&
    other.kind === 'acted' &&
    other.seat === entry.seat &&
    other.seq > after &&
    other.seq < entry.seq
  );
}

/** What a connection is sent never goes back, and a look never gets less than anybody has seen before it began. */
function onlyForward(seen: readonly Seen[]): string[] {
  const wrong: string[] = [];
  const sent = new Map<string, number>();
  let newest = 0;
  const newestAt: { at: number; seq: number }[] = [];
  for (const { connection, how, begun, at, view } of seen) {
    if (how === 'sent') {
      const before = sent.get(connection) ?? 0;
      if (view.seq < before)
        wrong.push(`${view.id}: ${connection} was sent ${view.seq} after ${before}.`);
      sent.set(connection, view.seq);
    } else {
      const known = newestAt.findLast((each) => each.at < begun)?.seq ?? 0;
      if (view.seq < known)
        wrong.push(
          `${view.id}: ${connection} looked and got ${view.seq}, after ${known} was seen.`,
        );
    }
    if (view.seq > newest) newestAt.push({ at, seq: (newest = view.seq) });
  }
  return wrong;
}

/** Every view is what the rules make of the journal up to its `seq`: nobody saw what was not written. */
function asTheJournalSays(id: string, entries: readonly Entry[], seen: readonly Seen[]): string[] {
  const wrong: string[] = [];
  const views = new Map<number, Seen[]>();
  for (const each of seen) views.set(each.view.seq, [...(views.get(each.view.seq) ?? []), each]);
  let table = freeTable(id);
  for (const entry of entries) {
    table = evolve(table, entry, gameNamed);
    const expected = new Map<Viewer, object>();
    for (const { connection, view } of views.get(entry.seq) ?? []) {
      const right = expected.get(view.viewer) ?? expectedView(table, view.viewer);
      expected.set(view.viewer, right);
      if (!isDeepStrictEqual(essence(view), right))
        wrong.push(`${id}: ${connection} saw of ${entry.seq} what the journal does not say.`);
    }
  }
  const written = entries.at(-1)?.seq ?? 0;
  for (const seq of views.keys())
    if (seq > written)
      wrong.push(`${id}: somebody saw ${seq}, but nothing after ${written} is there.`);
  return wrong;
}

function expectedView(table: Table, viewer: Viewer): object {
  const { board, legal, toAct, result } = viewTable(table, viewer, [], table.at, gameNamed);
  return plain({ phase: table.phase, board, legal, toAct, result });
}

/** What of a view depends on the journal alone: no clocks, no presence. */
function essence({ phase, board, legal, toAct, result }: TableView): object {
  return plain({ phase, board, legal, toAct, result });
}

/** Each end has its game, with these very steps and the result that the rules compute from them. */
function gamesAsPlayed(entries: readonly Entry[], kept: Kept): string[] {
  const wrong: string[] = [];
  let from = 0;
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'started') from = index;
    if (entry.kind !== 'finished') continue;
    const { gameId } = entry;
    const game = kept.games.get(gameId);
    if (!game) {
      wrong.push(`Game ${gameId} ended, but is not there.`);
      continue;
    }
    const steps = entries
      .slice(from, index)
      .filter(isStep)
      .map(({ seq: _, ...step }) => step);
    if (!isDeepStrictEqual(plain(game.steps), plain(steps)))
      wrong.push(`Game ${gameId} has other steps than were played.`);
    wrong.push(...resultAsPlayed(entry, game));
  }
  return wrong;
}

function resultAsPlayed(entry: Extract<Entry, { kind: 'finished' }>, game: KeptGame): string[] {
  const { gameId, conventions, seats } = entry;
  const rules = rulesOf(entry, gameNamed);
  let state: unknown = rules.start(conventions);
  for (const step of game.steps) {
    if (step.kind === 'acted') state = rules.apply(state, step.seat, step.action);
    else if (step.kind === 'shuffled') state = rules.shuffled!(state, step.order);
    else if (step.kind === 'rang') state = rules.ring!(state);
    else if (step.kind === 'forfeited') state = rules.forfeit(state, step.seat, step.reason);
  }
  const result = rules.result(state);
  const wrong: string[] = [];
  const stored = { places: game.places, scores: game.scores, reason: game.reason };
  const right = result && { places: result.places, scores: result.scores, reason: result.reason };
  if (!isDeepStrictEqual(plain(stored), plain(right)))
    wrong.push(
      `Game ${gameId}: stored ${JSON.stringify(stored)}, by the rules ${JSON.stringify(right)}.`,
    );
  const changes = isRatedGame(seats, conventions) ? seats.length : 0;
  if (game.changes !== changes)
    wrong.push(`Game ${gameId} changed ${game.changes} ratings instead of ${changes}.`);
  return wrong;
}

function isStep({ kind }: Entry): boolean {
  return kind === 'acted' || kind === 'shuffled' || kind === 'rang' || kind === 'forfeited';
}

/** Every game belongs to an end, no two to the same place, and the journals hold what was written last. */
function noStrangeGames({ games, written, journals }: Kept): string[] {
  const ended = new Map<string, number>();
  for (const entries of written.values())
    for (const entry of entries)
      if (entry.kind === 'finished') ended.set(entry.gameId, (ended.get(entry.gameId) ?? 0) + 1);
  const ordinals = new Set([...games.values()].map(({ ordinal }) => ordinal));
  return [
    ...[...games.keys()].filter((id) => !ended.has(id)).map((id) => `Game ${id} never ended.`),
    ...[...ended].filter(([, n]) => n > 1).map(([id, n]) => `Game ${id} ended ${n} times.`),
    ...(ordinals.size < games.size ? ['Two games have the same place in the ledger.'] : []),
    ...[...journals].flatMap(([id, entries]) => {
      const last = (written.get(id) ?? []).slice(-entries.length);
      return isDeepStrictEqual(plain(last), plain(entries))
        ? []
        : [`The journal of ${id} is not what was written.`];
    }),
  ];
}

/** At the end a tab holds what it would get by asking; of a table that all have left, that it is free. */
function asFresh({ tab, held, fresh }: Settled): string[] {
  if (!fresh)
    return held.phase === 'free' ? [] : [`${tab} holds ${held.seq}, and the table is lost.`];
  const same = held.seq === fresh.seq && isDeepStrictEqual(essence(held), essence(fresh));
  return same ? [] : [`${tab} holds ${held.seq}, a fresh look gives ${fresh.seq}.`];
}

function textOf({ player, wish, after }: Asked): string {
  return `${player} ${JSON.stringify(wish)} after ${after}`;
}
