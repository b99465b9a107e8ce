import type { ChatAnswer } from '@trellis/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestClub } from '../testing/test-club.js';
import { Chat } from './chat.js';

let club: TestClub;
beforeAll(async () => {
  club = await TestClub.start();
});
afterAll(() => club.stop());

const hall = 'hall:tic-tac-toe';
const read = async (query = '', room = hall, cookie?: string) => {
  const answer = await club.fetch(`/api/chat/${room}${query}`, { cookie });
  return (await answer.json()) as ChatAnswer & { code?: string };
};
const say = (cookie: string | undefined, id: string, text: string, room = hall) =>
  club.fetch(`/api/chat/${room}`, {
    method: 'POST',
    body: JSON.stringify({ id, said: { text } }),
    cookie,
  });
const texts = ({ lines }: ChatAnswer) =>
  lines.map(({ said }) => ('text' in said ? said.text : said.phrase));

test('lines come once: at once with what is there, later when something is said', async () => {
  const cookie = await club.signIn('Ann Archer');
  expect(await read()).toEqual({ lines: [], cursor: 0 });
  const waiting = read('?since=0');
  expect(await (await say(cookie, 'line-0001', 'One')).json()).toEqual({ seq: 1 });
  expect(texts(await waiting)).toEqual(['One']);
  // The same line again, by HTTP or by a socket, is the same line.
  expect(await (await say(cookie, 'line-0001', 'One')).json()).toEqual({ seq: 1 });
  const ann = await club.connect(cookie);
  await ann.must('chat:say', { room: hall, id: 'line-0002', said: { text: 'Two' } });
  const { lines, cursor } = await read('?since=1');
  expect([texts({ lines, cursor }), cursor]).toEqual([['Two'], 2]);
  expect(texts(await read())).toEqual(['One', 'Two']);
});

test('who listens no longer is not waited for', async () => {
  const gone = new AbortController();
  const { cursor } = await read();
  const asked = fetch(`${club.url}/api/chat/${hall}?since=${cursor}`, { signal: gone.signal });
  const { waiting } = club.running.get(Chat);
  await expect.poll(() => waiting()).toBe(1);
  gone.abort();
  await expect(asked).rejects.toThrow('aborted');
  await expect.poll(() => waiting()).toBe(0);
});

test('visitors only read, tables’ talk is not open, and nonsense is refused', async () => {
  expect((await say(undefined, 'line-0003', 'Hi')).status).toBe(401);
  for (const room of ['table:abc', 'watchers:abc', 'hall:nothing', 'x'])
    expect((await read('', room)).code).toBe('no-such-room');
  expect((await read('?since=-1')).code).toBe('bad-request');
  expect((await read('?since=x')).code).toBe('bad-request');
  const cookie = await club.signIn('Bob Baker');
  expect(await (await say(cookie, 'line-0004', '  ')).json()).toMatchObject({ code: 'empty-line' });
  expect((await say(cookie, 'x', 'Hi')).status).toBe(400);
});

test('who keeps apart from somebody does not read him, and is not stopped by his lines', async () => {
  const room = 'hall:preferans';
  const [cleo, dan] = [await club.signIn('Cleo Calm'), await club.signIn('Dan Dreadful')];
  const { player } = (await (await club.fetch('/api/me', { cookie: dan })).json()) as {
    player: { id: string };
  };
  await club.fetch(`/api/people/${player.id}/bond`, {
    method: 'PUT',
    body: JSON.stringify({ bond: 'blocked' }),
    cookie: cleo,
  });
  await say(dan, 'line-0005', 'Rude', room);
  expect(texts(await read('', room))).toEqual(['Rude']);
  expect(await read('', room, cleo)).toEqual({ lines: [], cursor: 1 });
  const waiting = read('?since=1', room, cleo);
  await say(cleo, 'line-0006', 'Peace', room);
  expect(texts(await waiting)).toEqual(['Peace']);
  // In both directions.
  expect(await read('', room, dan)).toMatchObject({ lines: [{ seq: 1 }], cursor: 2 });
});
