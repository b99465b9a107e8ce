import { seededRandom } from '@trellis/games/kit';
import { howToGetPostgres, temporaryPostgres } from '@trellis/testing';
import type { Entry } from '@trellis/tables';
import { ClubClient, seatTwo } from '../harness/club-client.js';
import type { PlantedBug } from '../harness/planted-bugs.js';
import { QuickClubProcess } from '../harness/quick-club-process.js';
import { askFrom, pause, until } from './crowd.js';
import { Crowds, lettersOf } from './crowds.js';
import { History, type Wish } from './history.js';
import { judge } from './judge.js';
import { readKept, rememberEntries } from './kept.js';
import { Tab } from './tab.js';

export interface RacesOptions {
  /** Acknowledged requests of people who send everything two to five times over two tabs. */
  readonly duplicates: number;
  /** How often thirty people want the last seat of a table. */
  readonly lastSeats: number;
  /** Games whose last move, time and leaving meet within 3 ms. */
  readonly deadlines: number;
  readonly seed: number;
  readonly bug?: PlantedBug;
}

export interface RacesReport {
  readonly seed: number;
  readonly duplicates: { readonly copies: number; readonly acknowledged: number };
  readonly lastSeats: { readonly rounds: number; readonly asked: number; readonly seated: number };
  /** How the games at the deadline ended. */
  readonly deadlines: Readonly<Record<string, number>>;
  readonly broken: readonly string[];
}

const crowd = 30;
/** The shortest time for a decision that a table can agree on (ms). */
const moveTime = 5000;
/** How many games meet their deadline at the same time. */
const together = 40;

/** Everything that can happen twice or at the same time: each has exactly one outcome. */
export async function race(options: RacesOptions): Promise<RacesReport> {
  const { seed, bug } = options;
  const history = new History();
  const postgres = await temporaryPostgres({ durable: false });
  if (!postgres) throw new Error(howToGetPostgres);
  const club = await QuickClubProcess.start({ databaseUrl: postgres.url, bug });
  try {
    await rememberEntries(postgres.url);
    const duplicates = await sendTwice(club.url, history, options);
    const { faults, ...lastSeats } = await fightForSeats(club.url, options.lastSeats);
    for (let done = 0; done < options.deadlines; done += together)
      await meetDeadlines(club.url, history, {
        ...{ tables: Math.min(together, options.deadlines - done), round: done / together },
        random: seededRandom(seed + done),
      });
    const kept = await readKept(postgres.url);
    const ends: Record<string, number> = {};
    const late: string[] = [];
    for (const id of history.tables) {
      const entries = kept.written.get(id) ?? [];
      if (!isShort(entries)) continue;
      late.push(...wrongTimes(id, entries));
      for (const entry of entries)
        if (entry.kind === 'finished')
          ends[entry.result.reason] = (ends[entry.result.reason] ?? 0) + 1;
    }
    return {
      ...{ seed, duplicates, lastSeats, deadlines: ends },
      broken: [...faults, ...late, ...judge(history, kept)],
    };
  } finally {
    await club.remove();
    await postgres.stop();
  }
}

async function sendTwice(url: string, history: History, { duplicates, seed }: RacesOptions) {
  const crowds = await Crowds.sit(url, history, {
    ...{ tables: 8, seed, name: 'Twice' },
    copies: (random) => 2 + Math.floor(4 * random()),
  });
  await crowds.more(duplicates);
  await crowds.settle();
  crowds.close();
  return { copies: history.asked.length, acknowledged: history.count('acknowledged') };
}

/** Thirty people ask for the same seat in the same moment, again and again. */
async function fightForSeats(url: string, rounds: number) {
  const faults: string[] = [];
  let seated = 0;
  const setter = await ClubClient.connect(url, 'Sam Setter');
  const people = await Promise.all(
    Array.from({ length: crowd }, (_, index) =>
      ClubClient.connect(url, `Seeker ${lettersOf(index)}`),
    ),
  );
  for (let round = 0; round < rounds; round++) {
    const { tableId } = await setter.must('table:set', { game: 'tic-tac-toe' });
    // The same person leaves game after game, which costs the right to rated ones.
    await setter.must('table:conventions', { tableId, conventions: { rated: false } });
    const answers = await Promise.all(
      people.map((person) => person.ask('table:sit', { tableId, seat: 1 })),
    );
    const winners = people.filter((_, index) => answers[index]!.ok);
    const codes = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.code])));
    seated += winners.length;
    if (winners.length !== 1) faults.push(`${winners.length} people got one seat.`);
    for (const code of codes)
      if (code !== 'seat-taken' && code !== 'not-now') faults.push(`The last seat: ${code}.`);
    const view = await setter.look(tableId);
    if (view.seats[1]?.player?.id !== winners[0]?.player)
      faults.push('Somebody else sits there than was told so.');
    // The game, and then the table.
    await setter.must('table:leave', { tableId });
    for (const person of [setter, ...winners]) await person.ask('table:leave', { tableId });
    // Not more often than the club's limits allow.
    await pause(500);
  }
  for (const person of [setter, ...people]) person.close();
  return { rounds, asked: rounds * crowd, seated, faults };
}

/** Games that come to their last move in the moment in which its time is up; every other time the opponent leaves then. */
async function meetDeadlines(
  url: string,
  history: History,
  { tables, round, random }: { tables: number; round: number; random: () => number },
): Promise<void> {
  await Promise.all(
    Array.from({ length: tables }, async (_, index) => {
      const name = `Late ${lettersOf(round)} ${lettersOf(index)}`;
      const [mover, other] = (await seatPair(url, history, name)) as [Tab, Tab];
      for (const [turn, cell] of [0, 3, 1, 4].entries()) {
        const tab = turn % 2 === 0 ? mover : other;
        await until(() => tab.view!.toAct.includes(turn % 2));
        await askFrom(tab, { kind: 'act', action: { cell } }, tab.view!, history);
      }
      await until(() => mover.view!.toAct.includes(0));
      const left = mover.view!.seats[0]!.clock!.move;
      const atDeadline = async (tab: Tab, wish: Wish) => {
        // On its way it loses some milliseconds: what arrives lies around the deadline.
        await pause(left - 15 + 18 * random());
        await askFrom(tab, wish, tab.view!, history);
      };
      const win: Wish = { kind: 'act', action: { cell: 2 } };
      await Promise.all([
        atDeadline(mover, win),
        ...(index % 2 === 0 ? [atDeadline(other, { kind: 'leave' })] : []),
        ...(index % 3 === 0 ? [atDeadline(mover, win)] : []),
      ]);
      await until(() => mover.view!.phase === 'finished');
      // Whatever was sent to a tab before this answer has reached it.
      for (const tab of [mover, other]) await tab.look();
      for (const tab of [mover, other]) {
        history.settled.push({ tab: tab.name, held: tab.view!, fresh: await tab.look() });
        tab.close();
      }
    }),
  );
}

async function seatPair(url: string, history: History, name: string): Promise<readonly Tab[]> {
  const people = [
    await ClubClient.connect(url, `${name} Mover`),
    await ClubClient.connect(url, `${name} Other`),
  ] as const;
  const tableId = await seatTwo(...people, {
    ...{ moveTimeSec: moveTime / 1000, timeBankSec: 0, rated: true },
  });
  history.tables.push(tableId);
  return Promise.all(
    people.map((client, seat) => Tab.open(tableId, history, `${name} ${seat}`, client)),
  );
}

function isShort(entries: readonly Entry[]): boolean {
  return entries.some(
    (entry) =>
      entry.kind === 'conventions-chosen' &&
      Number(entry.conventions.moveTimeSec) * 1000 === moveTime,
  );
}

/** Nobody moves when his time is up, and nobody's time is up early. */
function wrongTimes(id: string, entries: readonly Entry[]): string[] {
  let since: number | undefined;
  const wrong: string[] = [];
  for (const entry of entries) {
    const used = since === undefined ? undefined : entry.at - since;
    if (used !== undefined && entry.kind === 'acted' && used >= moveTime)
      wrong.push(`${id}: a move counted after ${used} ms.`);
    if (used !== undefined && entry.kind === 'forfeited' && entry.reason === 'time')
      if (used < moveTime) wrong.push(`${id}: time was up after ${used} ms.`);
    // The first clock waits for a sign of life; from the first move on they run at once.
    if (entry.kind === 'acted') since = entry.at;
    if (entry.kind === 'finished') since = undefined;
  }
  return wrong;
}
