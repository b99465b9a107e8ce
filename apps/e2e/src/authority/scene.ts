import { houseGame } from '@trellis/games/catalog/house';
import type { AnyGame } from '@trellis/games/kit';
import { preferans, type State } from '@trellis/games/preferans/rules';
import { Decisions } from '@trellis/server/auth/decisions';
import { playersOf } from '@trellis/server/tables/table-row';
import type { Games } from '@trellis/tables';
import { ClubClient, type Session } from '../harness/club-client.js';
import type { ClubInside } from '../harness/club-inside.js';

/** Everything a table can be. */
export const phases = [
  'free',
  'convention',
  'gathering',
  /** The game has begun and waits for what the pages add to its shuffles. */
  'committed',
  'playing',
  'finished',
] as const;
export type Phase = (typeof phases)[number];

/** Everybody who can ask something of a table. */
export const roles = [
  /** Shows nothing. */
  'anonymous',
  /** Plays with the house at a table of visitors, and shows the cookie of that; looks. */
  'visitor',
  /** Shows the cookie of the one who is to act, who has signed out meanwhile. */
  'signedOut',
  /** Shows the cookie of somebody whom the club keeps out. */
  'banned',
  /** A program with every scope; looks, has no seat. */
  'program',
  /** A program whose token opens reading alone; looks. */
  'reader',
  /** Sits at another table and does not look at this one. */
  'elsewhere',
  /** Judges reports, and is at a table like everybody else; sits nowhere and does not look. */
  'arbiter',
  /** Signed in, looks, has no seat. */
  'spectator',
  /** Has a seat and owes no decision. */
  'waiting',
  /** Set the table; has the first seat and is to act. */
  'acting',
] as const;
export type Role = (typeof roles)[number];

/** Preferans in which the first seat speaks first and the computer at the fourth deals. */
const firstSeatSpeaks: AnyGame = {
  ...houseGame('preferans')!,
  shuffled: (state: State, order: readonly number[]) =>
    preferans.shuffled!(state, order.length === 4 ? [3, 0, 1, 2] : order),
};
export const games: Games = (name) => (name === 'preferans' ? firstSeatSpeaks : houseGame(name));

/** A table of four in one of its phases, with everybody who can ask something of it. */
export class Scene {
  private constructor(
    private readonly club: ClubInside,
    readonly phase: Phase,
    readonly tableId: string,
    /** Of the game that runs or ran there. */
    readonly gameId: string,
    readonly number: number,
    /** Of its newest view. */
    readonly seq: number,
    readonly sessions: Readonly<Record<Role, Session | undefined>>,
    readonly clients: Readonly<Record<Role, Asking>>,
    private readonly others: readonly ClubClient[],
  ) {}

  static async set(club: ClubInside, phase: Phase, name: string): Promise<Scene> {
    const enter = (word: string) => club.signIn(`${word} ${name}`);
    const adds = phase !== 'committed';
    const [acting, waiting, third, spectator, elsewhere] = await Promise.all(
      ['Acting', 'Waiting', 'Third', 'Spectator', 'Elsewhere'].map(enter),
    );
    // The same player at another device, where he then signs out.
    const signedOut = await enter('Acting');
    const [banned, owner, arbiter] = await Promise.all(['Banned', 'Owner', 'Arbiter'].map(enter));
    const operator = { origin: 'operator', by: null, at: Date.now() } as const;
    await club.storage.justice.setArbiter(arbiter!.player, true, operator, 'For the matrix');
    const program = await withToken(club.url, owner!, ['read', 'play', 'chat']);
    const reader = await withToken(club.url, owner!, ['read']);
    const open = (session?: Session) => ClubClient.open(club.url, session, { adds });
    const visitor = await visitorOf(club);
    const [first, second, last, watching, away, guest, anonymous] = await Promise.all(
      [acting, waiting, third, spectator, elsewhere, visitor, undefined].map(open),
    );
    const { tableId } = await first!.must('table:set', { game: 'preferans' });
    const programs = [await open(program), await open(reader)] as const;
    const { number } = await first!.look(tableId);
    for (const each of [second!, last!, watching!, guest!, ...programs]) await each.look(tableId);
    await sitElsewhere(away!);
    await bring(phase, tableId, first!, second!, last!);
    const table = await club.tables.read(tableId).catch(() => undefined);
    await signOut(club.url, signedOut);
    const ban = { reason: 'For the matrix', until: Date.now() + 600_000 };
    await club.part(Decisions).ban(banned!.player, ban);
    return new Scene(
      club,
      phase,
      tableId,
      table && 'gameId' in table ? table.gameId : 'no-game',
      number!,
      table?.seq ?? 1,
      {
        acting,
        waiting,
        spectator,
        elsewhere,
        arbiter,
        signedOut,
        banned,
        program,
        reader,
        visitor,
        anonymous: undefined,
      },
      {
        acting: first!,
        waiting: second!,
        spectator: watching!,
        elsewhere: away!,
        arbiter: await open(arbiter),
        signedOut: await open(signedOut),
        visitor: guest!,
        anonymous: anonymous!,
        banned: new Knocking(club.url, banned!),
        program: programs[0],
        reader: programs[1],
      },
      [last!],
    );
  }

  /** Everything that is kept of tables, talk and players: it is the same text as long as nothing has changed. */
  async snapshot(): Promise<string> {
    const { journal, chatLines, players } = this.club.storage;
    const tables = [...(await journal.tables())].sort();
    const entries = await Promise.all(tables.map((table) => journal.read(table)));
    const ids = Object.values(this.sessions).flatMap((session) => session?.player ?? []);
    return JSON.stringify({
      tables,
      entries,
      live: this.club.tables.all().map(({ id, seq, phase }) => ({ id, seq, phase })),
      talk: [...(await chatLines.lastOfAll(''))],
      players: (await players.findMany(ids)).map(({ lastSeen: _seen, ...kept }) => kept),
    });
  }

  /** The table's own entries. */
  async journal(): Promise<string> {
    return JSON.stringify(await this.club.storage.journal.read(this.tableId));
  }

  /** Everybody goes, and the tables are free again. */
  async leave(): Promise<void> {
    for (const each of [...Object.values(this.clients), ...this.others]) each.close();
    const { tables } = this.club;
    for (const { id, phase } of tables.all())
      for (const player of await this.peopleAt(id)) {
        const kind = phase === 'convention' ? 'cancel' : 'leave';
        // Who has left a running game is still at the table, and leaves once more.
        await tables.handle(id, { kind, player }).catch(() => undefined);
        await tables.handle(id, { kind: 'leave', player }).catch(() => undefined);
      }
  }

  private async peopleAt(tableId: string): Promise<readonly string[]> {
    return playersOf(await this.club.tables.read(tableId));
  }
}

/** Whoever can be asked to ask. */
export interface Asking {
  ask(event: 'hall:leave', request: object): Promise<{ ok: true } | { ok: false; code: string }>;
  close(): void;
}

/** Somebody who is let in at no door: each request is a handshake that is refused. */
class Knocking implements Asking {
  constructor(
    private readonly url: string,
    private readonly session: Session,
  ) {}

  async ask(event: 'hall:leave', request: object) {
    try {
      const client = await ClubClient.open(this.url, this.session);
      const answer = await client.ask(event, request as Record<string, never>);
      client.close();
      return answer;
    } catch (error) {
      const { code = 'refused' } = (error as { data?: { code?: string } }).data ?? {};
      return { ok: false as const, code };
    }
  }

  close(): void {}
}

/** The same in all scenes of a club: his table goes on meanwhile. */
const visitors = new WeakMap<ClubInside, Promise<Session>>();

function visitorOf(club: ClubInside): Promise<Session> {
  const visitor = visitors.get(club) ?? visitorWith(club.url);
  visitors.set(club, visitor);
  return visitor;
}

/** Somebody without an account who plays with the house. */
async function visitorWith(url: string): Promise<Session> {
  const answer = await fetch(`${url}/api/house/tic-tac-toe`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: '{}',
  });
  const [cookie = ''] = answer.headers.getSetCookie().map((each) => each.split(';')[0]!);
  if (!cookie) throw new Error(`A visitor was answered ${answer.status} and no cookie.`);
  return { cookie, player: 'a visitor' };
}

/** A program of this person. */
async function withToken(
  url: string,
  { cookie }: Session,
  scopes: readonly string[],
): Promise<Session> {
  const answer = await fetch(`${url}/api/tokens`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'A program', scopes, days: 1 }),
  });
  const { token } = (await answer.json()) as { token: string };
  const me = await fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${token}` } });
  const { player } = (await me.json()) as { player: { id: string } };
  return { cookie: '', token, player: player.id };
}

async function sitElsewhere(client: ClubClient): Promise<void> {
  const { tableId } = await client.must('table:set', { game: 'tic-tac-toe' });
  await client.must('table:conventions', { tableId, conventions: {} });
}

async function bring(
  phase: Phase,
  tableId: string,
  first: ClubClient,
  second: ClubClient,
  third: ClubClient,
): Promise<void> {
  if (phase === 'free') await first.must('table:cancel', { tableId });
  if (phase === 'free' || phase === 'convention') return;
  const conventions = { players: 4 };
  await first.must('table:conventions', { tableId, conventions });
  await second.must('table:sit', { tableId, seat: 1 });
  await second.must('table:seat-computer', { tableId, seat: 3, level: 'easy' });
  if (phase === 'gathering') return;
  await third.must('table:sit', { tableId, seat: 2 });
  if (phase === 'committed') return;
  await first.until(tableId, ({ toAct }) => toAct.length > 0);
  if (phase === 'finished') await third.must('table:leave', { tableId });
}

async function signOut(url: string, { cookie }: Session): Promise<void> {
  const headers = { cookie, origin: url, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/auth/sign-out`, { method: 'POST', headers });
  if (!answer.ok) throw new Error(`Signing out answered ${answer.status}.`);
}
