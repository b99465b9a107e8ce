import type { MadeToken, Me, TokensAnswer } from '@trellis/wire';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { TestClub } from '../testing/test-club.js';

let club: TestClub;
const sockets: Socket[] = [];
beforeAll(async () => {
  club = await TestClub.start();
});
afterEach(() => sockets.splice(0).forEach((socket) => socket.disconnect()));
afterAll(() => club.stop());

async function make(cookie: string, wanted: object = {}): Promise<MadeToken> {
  const body = { name: 'Deep Ann', scopes: ['read', 'play', 'chat'], days: 30, ...wanted };
  const answer = await club.fetch('/api/tokens', {
    ...{ method: 'POST', cookie, body: JSON.stringify(body) },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as MadeToken;
}

const withToken = (token: string, path: string, init: RequestInit = {}) =>
  fetch(club.url + path, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });

function connects(token: string, namespace = '/'): Promise<Socket> {
  const socket = io(club.url + namespace, {
    ...{ transports: ['websocket'], forceNew: true, reconnection: false, auth: { token } },
  });
  sockets.push(socket);
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}

const ask = (socket: Socket, event: string, body: object) =>
  socket.timeout(5000).emitWithAck(event, body) as Promise<Record<string, never>>;

test('a program plays on an account of its own, marked wherever its name is shown', async () => {
  const cookie = await club.signIn('Ann Archer');
  const { token } = await make(cookie);
  const { player } = (await (await withToken(token, '/api/me')).json()) as Me;
  expect(player).toMatchObject({ name: 'Ann Archer (bot)', computer: true });
  const ann = await club.connect(cookie);
  const { tableId } = await ann.must('table:set', { game: 'tic-tac-toe' });
  await ann.must('table:conventions', { tableId, conventions: {} });
  await ann.must('table:look', { tableId });
  const program = await connects(token);
  expect(await ask(program, 'table:sit', { tableId, seat: 1 })).toMatchObject({ ok: true });
  const { seats } = await ann.sees(({ phase }) => phase === 'playing');
  expect(seats[1]?.player).toEqual({
    ...{ id: player?.id, name: 'Ann Archer (bot)', computer: true },
  });
  const said = { room: 'hall:tic-tac-toe', id: 'line-0001', said: { text: 'Hello' } };
  expect(await ask(program, 'chat:say', said)).toMatchObject({ ok: true });
  const { lines } = await ann.must('chat:listen', { room: said.room, since: 0 });
  expect(lines[0]?.player.computer).toBe(true);
});

test('the program shows its owner’s name as he shows it', async () => {
  const cookie = await club.signIn('Hilda Hidden');
  const { token } = await make(cookie);
  await club.fetch('/api/me', {
    ...{ method: 'PATCH', cookie, body: JSON.stringify({ hidesLastName: true }) },
  });
  const { player } = (await (await withToken(token, '/api/me')).json()) as Me;
  expect(player?.name).toBe('Hilda H. (bot)');
});

test('a token opens what its scopes say', async () => {
  const cookie = await club.signIn('Sam Scoped');
  const { token } = await make(cookie, { scopes: ['chat'] });
  const socket = await connects(token);
  expect(await ask(socket, 'table:set', { game: 'tic-tac-toe' })).toMatchObject({
    ...{ ok: false, code: 'missing-scope', details: { scope: 'play' } },
  });
  expect(await ask(socket, 'hall:enter', { game: 'tic-tac-toe' })).toMatchObject({ ok: true });
  const said = JSON.stringify({ id: 'line-0009', said: { text: 'Hi' } });
  const post = { method: 'POST', body: said };
  expect((await withToken(token, '/api/chat/hall:tic-tac-toe', post)).status).toBe(200);
  expect((await withToken(token, '/api/me')).status).toBe(403);
  expect((await withToken(token, '/api/players/x')).status).toBe(403);
});

test('a revoked token is refused, and its connections end', async () => {
  const cookie = await club.signIn('Rita Revoked');
  const { token, row } = await make(cookie);
  const [main, grid] = [await connects(token), await connects(token, '/grid-game')];
  const ended = [main, grid].map((socket) => new Promise((end) => socket.once('disconnect', end)));
  const answer = await club.fetch(`/api/tokens/${row.id}`, {
    ...{ method: 'DELETE', cookie, body: '{}' },
  });
  expect(answer.status).toBe(200);
  await Promise.all(ended);
  expect((await withToken(token, '/api/me')).status).toBe(401);
  await expect(connects(token)).rejects.toMatchObject({ data: { code: 'bad-token' } });
  await expect(connects('trellis_nonsense', '/grid-game')).rejects.toMatchObject({
    data: { code: 'bad-token' },
  });
});

test('signing out everywhere ends the tokens too', async () => {
  const cookie = await club.signIn('Eve Everywhere');
  const { token } = await make(cookie);
  const socket = await connects(token);
  const ended = new Promise((end) => socket.once('disconnect', end));
  await club.fetch('/auth/sign-out-everywhere', { method: 'POST', cookie });
  await ended;
  expect((await withToken(token, '/api/me')).status).toBe(401);
  expect(await club.storage.tokens.living(0)).not.toContainEqual(
    expect.objectContaining({ name: 'Eve' }),
  );
});

test('only a person makes tokens, sees his own, and has so many at most', async () => {
  const cookie = await club.signIn('Max Many');
  const { token, row } = await make(cookie, { name: 'first' });
  const wanted = JSON.stringify({ name: 'x', scopes: ['play'], days: 1 });
  const post = { method: 'POST', body: wanted };
  expect((await withToken(token, '/api/tokens', post)).status).toBe(401);
  expect((await withToken(token, '/api/tokens')).status).toBe(401);
  const all = (await (await club.fetch('/api/tokens', { cookie })).json()) as TokensAnswer;
  expect(all.tokens.map(({ name }) => name)).toEqual(['first']);
  expect(JSON.stringify(all)).not.toContain(token);
  const other = await club.signIn('Otto Other');
  const foreign = { method: 'DELETE', cookie: other, body: '{}' };
  expect((await club.fetch(`/api/tokens/${row.id}`, foreign)).status).toBe(404);
  for (let i = 1; i < 20; i++) await make(cookie);
  const oneMore = await club.fetch('/api/tokens', { ...post, cookie });
  expect(await oneMore.json()).toMatchObject({ code: 'too-many-tokens' });
  const days = JSON.stringify({ name: 'x', scopes: [], days: 0 });
  const bad = await club.fetch('/api/tokens', { method: 'POST', cookie, body: days });
  expect(bad.status).toBe(400);
});

test('the storage holds a fingerprint only, and a token outlives the process', async () => {
  const cookie = await club.signIn('Stan Stored');
  const { token, row } = await make(cookie);
  const kept = (await club.storage.tokens.living(0)).find(({ id }) => id === row.id);
  expect(JSON.stringify(kept)).not.toContain(token);
  const again = await TestClub.start(club.storage);
  const answer = await fetch(`${again.url}/api/me`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
  await again.stop();
});

test('whoever keeps apart from a person keeps apart from his program', async () => {
  const [owner, apart] = [await club.signIn('Fay Fair'), await club.signIn('Gil Gone')];
  const { token } = await make(owner);
  const { player } = (await (await club.fetch('/api/me', { cookie: owner })).json()) as Me;
  await club.fetch(`/api/people/${player!.id}/bond`, {
    ...{ method: 'PUT', cookie: apart, body: JSON.stringify({ bond: 'blocked' }) },
  });
  const gil = await club.connect(apart);
  const { tableId } = await gil.must('table:set', { game: 'tic-tac-toe' });
  await gil.must('table:conventions', { tableId, conventions: {} });
  const program = await connects(token);
  expect(await ask(program, 'table:sit', { tableId, seat: 1 })).toMatchObject({
    ...{ ok: false, code: 'kept-apart' },
  });
});
