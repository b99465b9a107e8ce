import { howToGetPostgres, temporaryPostgres } from '@trellis/testing';
import type { TableView } from '@trellis/wire';
import { ClubClient, seatTwo } from '../harness/club-client.js';
import { ClubProcess } from '../harness/club-process.js';
import type { PlantedBug } from '../harness/planted-bugs.js';
import { QuickClubProcess } from '../harness/quick-club-process.js';

export interface RestartReport {
  readonly database: 'embedded' | 'postgres';
  readonly tables: number;
  /** From the order to start the process after SIGKILL, ms. */
  readonly readyMs: readonly number[];
  readonly firstMoveMs: readonly number[];
  readonly broken: readonly string[];
}

const tablesOfPair = 8;
/** From the order to start to the next move, whatever the number of tables (ms). */
const longest = 3_000;

export interface RestartOptions {
  readonly tables: number;
  readonly times: number;
  readonly database: 'embedded' | 'postgres';
  /** `whole`: as an operator runs it. `quick`: without pages, its modules loaded already, on Postgres; that one can have a bug. */
  readonly club?: 'whole' | 'quick';
  readonly bug?: PlantedBug;
}

/** Kills the club with so many games under way, and waits for the next move that it accepts. */
export async function restartUnderTables({
  tables,
  times,
  database,
  club: kind = 'whole',
  bug,
}: RestartOptions): Promise<RestartReport> {
  const postgres = database === 'postgres' ? await temporaryPostgres() : undefined;
  if (database === 'postgres' && !postgres) throw new Error(howToGetPostgres);
  const club =
    kind === 'quick'
      ? await QuickClubProcess.start({ databaseUrl: postgres!.url, bug })
      : await ClubProcess.start({
          env: {
            DEMO_SIGN_IN: 'on',
            LOG_LEVEL: 'error',
            ...(postgres && { DATABASE_URL: postgres.url }),
          },
        });
  const readyMs: number[] = [];
  const firstMoveMs: number[] = [];
  const broken: string[] = [];
  const people: ClubClient[] = [];
  try {
    let first: { mover: ClubClient; tableId: string } | undefined;
    for (let seated = 0; seated < tables; seated++) {
      if (seated % tablesOfPair === 0) {
        const name = `${letter(seated / tablesOfPair)}`;
        people.push(await ClubClient.connect(club.url, `Pair${name} First`));
        people.push(await ClubClient.connect(club.url, `Pair${name} Second`));
      }
      const [mover, other] = people.slice(-2) as [ClubClient, ClubClient];
      const tableId = await seatTwo(mover, other, { moveTimeSec: 900 });
      first ??= { mover, tableId };
      if (people.length > 2 && seated % tablesOfPair === tablesOfPair - 1)
        for (const person of people.splice(-2)) person.close();
    }
    const { mover, tableId } = first!;
    for (let time = 0; time < times; time++) {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await club.kill();
      const begun = performance.now();
      await club.start();
      readyMs.push(Math.round(performance.now() - begun));
      await moveWhenPossible(mover, tableId);
      firstMoveMs.push(Math.round(performance.now() - begun));
    }
    const { tables: shown } = await mover.must('hall:enter', { game: 'tic-tac-toe' });
    const playing = shown.filter(({ phase }) => phase === 'playing').length;
    // The machine may be busy with other things: the best counts.
    const best = Math.min(...firstMoveMs);
    if (best > longest) broken.push(`The first move after a kill took ${best} ms at best.`);
    if (playing < tables - 1) broken.push(`Of ${tables} tables ${playing} play on.`);
    return { database, tables, readyMs, firstMoveMs, broken };
  } finally {
    for (const person of people) person.close();
    await club.remove();
    await postgres?.stop();
  }
}

/** One of the two at the table moves; after the end of a game nobody would, so it is made to last. */
async function moveWhenPossible(mover: ClubClient, tableId: string): Promise<void> {
  for (let tries = 0; tries < 2000; tries++) {
    const view = mover.socket.connected
      ? await mover.look(tableId).catch((): TableView | undefined => undefined)
      : undefined;
    if (view) {
      const legal = view.legal === true ? [] : view.legal;
      // Not on turn: an answer that says so was decided on the restored table all the same.
      const answer = await mover.ask('table:act', {
        ...{ tableId, after: view.seq, action: legal[0] ?? { cell: 0 } },
      });
      if (answer.ok || answer.code !== 'storage-away') return;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('No move was accepted after the restart.');
}

function letter(index: number): string {
  return String.fromCharCode(65 + (index % 26)) + (index >= 26 ? letter(index / 26 - 1) : '');
}
