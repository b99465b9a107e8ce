import { connect, type Club, type ClubRefusal, type Table } from '@trellis/client';
import type { MadeToken } from '@trellis/wire';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Sockets } from '../sockets/sockets.js';
import { TestClub } from '../testing/test-club.js';

let club: TestClub;
const clients: Club[] = [];
beforeAll(async () => {
  club = await TestClub.start();
});
afterEach(() => clients.splice(0).forEach((client) => client.close()));
afterAll(() => club.stop());

async function aProgram(name: string): Promise<{ client: Club; made: MadeToken; cookie: string }> {
  const cookie = await club.signIn(name);
  const wanted = { name: 'bot', scopes: ['read', 'play', 'chat'], days: 1 };
  const answer = await club.fetch('/api/tokens', {
    ...{ method: 'POST', cookie, body: JSON.stringify(wanted) },
  });
  const made = (await answer.json()) as MadeToken;
  const client = await connect(club.url, { token: made.token, answerWithin: 500 });
  clients.push(client);
  return { client, made, cookie };
}

/** The server's end of what this program has connected. */
const socketOf = (name: string) =>
  club.running
    .get(Sockets)
    .all()
    .find(({ data }) => data.player?.name === `${name} (bot)`)!;

const until = async (table: Table, holds: (table: Table) => boolean) => {
  await expect.poll(() => holds(table)).toBe(true);
};

test('a game goes on over lost connections, and nothing is played twice', async () => {
  const { client: ann } = await aProgram('Ann Away');
  const { client: bob } = await aProgram('Bob Back');
  const [one, two] = [await ann.playNow('tic-tac-toe'), await bob.playNow('tic-tac-toe')];
  expect(two.id).toBe(one.id);
  await until(one, ({ isMyTurn }) => isMyTurn || two.isMyTurn);
  const states: string[] = [];
  ann.onConnection((state) => states.push(state));
  const [first, second] = one.isMyTurn ? [one, two] : [two, one];
  await first.act(first.view.legal === true ? { cell: 0 } : first.view.legal[0]);
  // The connection breaks; meanwhile the other one moves, and his answer is lost, too.
  socketOf('Ann Away').conn.close();
  socketOf('Bob Back').disconnect(true);
  await until(second, ({ isMyTurn }) => isMyTurn);
  await second.act({ cell: 8 });
  await until(first, ({ isMyTurn }) => isMyTurn);
  expect(first.view.board).toMatchObject({ cells: expect.arrayContaining([0, 1]) as unknown });
  expect(states).toEqual(['away', 'online']);
  await first.leave();
  expect((await second.finished()).result?.reason).toBe('left');
});

test('who names no seat gets a free one, however many want one at once', async () => {
  const host = await club.person('Hal Host');
  const { tableId } = await host.must('table:set', { game: 'preferans' });
  await host.must('table:conventions', { tableId, conventions: { players: 4 } });
  const programs = await Promise.all(['Una Quick', 'Una Quicker', 'Una Quickest'].map(aProgram));
  const tables = await Promise.all(programs.map(({ client }) => client.sit(tableId)));
  await until(tables[0]!, ({ view }) => view.phase === 'playing');
  expect(tables[0]!.view.seats.every(({ kind }) => kind === 'player')).toBe(true);
  const { client } = await aProgram('Una Late');
  await expect(client.sit(tableId)).rejects.toMatchObject({ code: 'seat-taken' });
  await tables[0]!.leave();
});

test('each line of a hall is heard once, also those that were said meanwhile', async () => {
  const { client } = await aProgram('Lee Listener');
  const heard: string[] = [];
  const room = await client.listen('hall:tic-tac-toe', ({ said }) =>
    heard.push('text' in said ? said.text : said.phrase),
  );
  await room.say('One');
  const away = new Promise<void>((resolve) => client.onConnection(() => resolve()));
  socketOf('Lee Listener').conn.close();
  await away;
  const other = await club.person('Ola Other');
  const said = { room: room.name, id: 'line-of-ola', said: { text: 'Two' } };
  await other.must('chat:say', said);
  await expect.poll(() => heard).toEqual(['One', 'Two']);
  await room.say('Three');
  await expect.poll(() => heard).toEqual(['One', 'Two', 'Three']);
});

test('a hall is whole after each change', async () => {
  const { client } = await aProgram('Hal Hall');
  let numbers: readonly number[] = [];
  await client.enterHall('tic-tac-toe', ({ tables }) => {
    numbers = tables.map(({ number }) => number);
  });
  const before = numbers.length;
  const ann = await club.person('Sue Setter');
  const { tableId } = await ann.must('table:set', { game: 'tic-tac-toe' });
  await expect.poll(() => numbers.length).toBe(before + 1);
  await ann.must('table:cancel', { tableId });
  await expect.poll(() => numbers.length).toBe(before);
});

test('refusals have their code, and a revoked token ends the connection for good', async () => {
  await expect(connect(club.url, { token: 'trellis_wrong' })).rejects.toMatchObject({
    code: 'bad-token',
  });
  const { client, made, cookie } = await aProgram('Rex Revoked');
  const refused = client.ask('hall:find', { game: 'tic-tac-toe', number: 77 });
  await expect(refused).rejects.toMatchObject({
    code: 'no-such-table',
  } satisfies Partial<ClubRefusal>);
  const ended = new Promise<void>((resolve) =>
    client.onConnection((state) => state === 'ended' && resolve()),
  );
  await club.fetch(`/api/tokens/${made.row.id}`, { method: 'DELETE', cookie, body: '{}' });
  await ended;
  await expect(client.ask('hall:leave', {})).rejects.toMatchObject({ code: 'not-signed-in' });
});
