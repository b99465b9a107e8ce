import { ClubMemory } from '@trellis/facade';
import { TemporaryRedis } from '@trellis/testing';
import type { MadeToken, Me, ServerToClient } from '@trellis/wire';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Person } from '../testing/person.js';
import { overRedis } from '../testing/over-redis.js';
import type { TestClub } from '../testing/test-club.js';

type Brought = Parameters<ServerToClient['people:letter']>[0];

/** Somebody with a page at one of the processes. */
class Member {
  readonly letters: Brought[] = [];

  private constructor(
    private readonly club: TestClub,
    readonly person: Person,
    readonly id: string,
  ) {
    person.socket.on('people:letter', (letter: Brought) => this.letters.push(letter));
  }

  static async comes(name: string, club: TestClub): Promise<Member> {
    const person = await club.person(name);
    const me = await club.fetch('/api/me', { cookie: person.cookie });
    return new Member(club, person, ((await me.json()) as Me).player!.id);
  }

  /** At the process where his page is. */
  async ask<T = Record<string, unknown>>(method: string, path: string, body?: object) {
    const answer = await this.club.fetch(`/api/${path}`, {
      ...{ method, cookie: this.person.cookie },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, ...((await answer.json()) as T) };
  }

  writes(to: Member, text: string) {
    const body = { key: `letter-${text.replaceAll(' ', '-')}`, said: { text } };
    return this.ask('POST', `people/${to.id}/letters`, body);
  }

  binds(other: Member, bond: 'friend' | 'blocked' | null) {
    return this.ask('PUT', `people/${other.id}/bond`, { bond });
  }

  async friendsOnline(): Promise<boolean[]> {
    const { acquaintances } = await this.ask<{
      readonly acquaintances: readonly { readonly presence: { readonly online: boolean } }[];
    }>('GET', 'people');
    return acquaintances.map(({ presence }) => presence.online);
  }
}

describe.skipIf(!TemporaryRedis.found)('what one process is told holds in the other', () => {
  const over = overRedis();
  let ann: Member;
  let bob: Member;

  beforeEach(async () => {
    const { one, two } = over.processes;
    [ann, bob] = [await Member.comes('Ann One', one), await Member.comes('Bob Two', two)];
  });
  afterEach(() => expect(over.processes.errors).toEqual([]));

  test('a block list: no letters, no table together, no talk in the hall', async () => {
    const cyd = await Member.comes('Cyd Two', over.processes.two);
    expect(await ann.binds(bob, 'blocked')).toMatchObject({ ok: true });
    // Told, not asked for: it is there a moment later.
    await expect.poll(() => bob.writes(ann, 'Hello')).toMatchObject({ code: 'kept-apart' });
    const { tableId } = await bob.person.must('table:set', { game: 'tic-tac-toe' });
    await bob.person.must('table:conventions', { tableId, conventions: {} });
    await expect
      .poll(() => ann.person.ask('table:sit', { tableId, seat: 1 }))
      .toMatchObject({ code: 'kept-apart' });
    const room = 'hall:tic-tac-toe';
    for (const { person } of [ann, bob, cyd]) await person.must('chat:listen', { room, since: 0 });
    const say = ({ person }: Member, id: string) =>
      person.must('chat:say', { room, id, said: { text: id } });
    const heard = ({ person }: Member) => person.lines.map(({ line }) => line.id);
    await say(ann, 'line-of-ann');
    // It comes from the other process, so what is said here first might come first.
    await cyd.person.until(() => heard(cyd).includes('line-of-ann'));
    await say(cyd, 'line-of-cyd');
    for (const each of [ann, bob, cyd])
      await each.person.until(() => heard(each).includes('line-of-cyd'));
    expect(heard(cyd)).toEqual(['line-of-ann', 'line-of-cyd']);
    expect(heard(bob)).toEqual(['line-of-cyd']);
    expect(await ann.binds(bob, null)).toMatchObject({ ok: true });
    await expect.poll(() => bob.writes(ann, 'Hello again')).toMatchObject({ status: 201 });
  });

  test('hidden presence: a friend elsewhere does not see him, and nobody counts him', async () => {
    expect(await ann.binds(bob, 'friend')).toMatchObject({ ok: true });
    await expect.poll(() => ann.friendsOnline()).toEqual([true]);
    const memory = over.processes.one.running.get(ClubMemory);
    const shown = () => memory.online(10).some(({ id }) => id === bob.id);
    await expect.poll(shown).toBe(true);
    for (const hidesPresence of [true, false]) {
      expect(await bob.ask('PATCH', 'me', { hidesPresence })).toMatchObject({ status: 200 });
      await expect.poll(() => ann.friendsOnline()).toEqual([!hidesPresence]);
      await expect.poll(shown).toBe(!hidesPresence);
    }
  });

  test('a letter reaches all pages of both, wherever they are, and nobody else', async () => {
    const [annThere, cyd] = [
      await over.processes.two.connect(ann.person.cookie),
      await Member.comes('Cyd One', over.processes.one),
    ];
    const heardThere: Brought[] = [];
    annThere.socket.on('people:letter', (letter: Brought) => heardThere.push(letter));
    expect(await ann.writes(bob, 'Only for you')).toMatchObject({ status: 201 });
    const texts = (letters: readonly Brought[]) => letters.map(({ letter }) => letter.said);
    for (const letters of [bob.letters, ann.letters, heardThere])
      await expect.poll(() => texts(letters)).toEqual([{ text: 'Only for you' }]);
    expect(await bob.writes(ann, 'And back')).toMatchObject({ status: 201 });
    await expect.poll(() => texts(ann.letters).at(-1)).toEqual({ text: 'And back' });
    expect(cyd.letters).toEqual([]);
  });

  test('a personal token: good everywhere as soon as it is made, nowhere when it is revoked', async () => {
    const wanted = { name: 'Robot', scopes: ['read', 'play'], days: 1 };
    const made = await ann.ask<MadeToken>('POST', 'tokens', wanted);
    const headers = { authorization: `Bearer ${made.token}` };
    const status = async ({ url }: TestClub) => (await fetch(`${url}/api/me`, { headers })).status;
    for (const club of over.processes.all) await expect.poll(() => status(club)).toBe(200);
    const answer = await ann.ask('DELETE', `tokens/${made.row.id}`, {});
    expect(answer).toMatchObject({ status: 200 });
    for (const club of over.processes.all) await expect.poll(() => status(club)).toBe(401);
  });

  test('a game that is annulled in one is annulled in both', async () => {
    const gameId = await aGame(ann, bob);
    const rated = ({ running }: TestClub) => running.get(ClubMemory).game(gameId)?.rated;
    for (const club of over.processes.all) await expect.poll(() => rated(club)).toBe(true);
    const operator = { origin: 'operator', by: null, at: Date.now() } as const;
    const dee = await Member.comes('Dee One', over.processes.one);
    await over.processes.storage.justice.setArbiter(dee.id, true, operator, 'Elected');
    const reason = { reason: 'They played as one' };
    await expect
      .poll(() => dee.ask('POST', `arbiter/games/${gameId}/annulment`, reason))
      .toMatchObject({ game: { rated: false } });
    for (const { running } of over.processes.all) {
      const memory = running.get(ClubMemory);
      await expect.poll(() => memory.game(gameId)?.rated).toBe(false);
      expect(memory.leaderboard('tic-tac-toe')).toEqual([]);
    }
  });
});

/** A finished rated game of two people who are in two over.processes. */
async function aGame(ann: Member, bob: Member): Promise<string> {
  const { tableId } = await ann.person.must('table:set', { game: 'tic-tac-toe' });
  await ann.person.must('table:conventions', { tableId, conventions: {} });
  for (const { person } of [ann, bob]) await person.must('table:look', { tableId });
  await bob.person.must('table:sit', { tableId, seat: 1 });
  await ann.person.sees(({ phase }) => phase === 'playing');
  for (const cell of [0, 3, 1, 4, 2]) {
    const view = ann.person.views.at(-1)!;
    const acting = view.toAct.includes(0) ? ann : bob;
    const { seq } = await acting.person.must('table:act', {
      ...{ tableId, after: view.seq, action: { cell } },
    });
    await ann.person.sees((each) => each.seq >= seq);
  }
  return ann.person.views.at(-1)!.gameId!;
}
