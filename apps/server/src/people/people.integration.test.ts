import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ClubMemory } from '@trellis/facade';
import type { ServerToClient } from '@trellis/wire';
import type { Person } from '../testing/person.js';
import { TestClub } from '../testing/test-club.js';

type Brought = Parameters<ServerToClient['people:letter']>[0];

let club: TestClub;
let ann: Member;
let bob: Member;
let cyd: Member;
beforeAll(async () => {
  club = await TestClub.start();
});
afterAll(() => club.stop());

/** Everybody is new in each test, so that no bond of another one holds. */
let round = 0;
beforeEach(async () => {
  round += 1;
  [ann, bob, cyd] = await Promise.all([
    Member.comes('Ann'),
    Member.comes('Bob'),
    Member.comes('Cyd'),
  ]);
});

class Member {
  readonly letters: Brought[] = [];
  private keys = 0;

  private constructor(
    readonly person: Person,
    readonly id: string,
  ) {
    person.socket.on('people:letter', (letter: Brought) => this.letters.push(letter));
  }

  static async comes(name: string): Promise<Member> {
    const person = await club.person(`${name} Number${round}`);
    const me = await club.fetch('/api/me', { cookie: person.cookie });
    const { player } = (await me.json()) as { player: { id: string } };
    return new Member(person, player.id);
  }

  async ask(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const answer = await club.fetch(`/api/people${path}`, {
      method,
      cookie: this.person.cookie,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, ...((await answer.json()) as Record<string, unknown>) };
  }

  writes(to: Member, said: object, key = `letter-${round}-${++this.keys}`) {
    return this.ask('POST', `/${to.id}/letters`, { key, said });
  }

  binds(other: Member, bond: string | null) {
    return this.ask('PUT', `/${other.id}/bond`, { bond });
  }
}

test('a friend is shown with his presence, unless he hides it', async () => {
  expect(await ann.binds(bob, 'friend')).toMatchObject({ ok: true });
  const seen = async () => {
    const { acquaintances } = await ann.ask('GET', '');
    return (acquaintances as { presence: { online: boolean } }[]).map(
      ({ presence }) => presence.online,
    );
  };
  expect(await seen()).toEqual([true]);
  const change = (hidesPresence: boolean) =>
    club.fetch('/api/me', {
      method: 'PATCH',
      cookie: bob.person.cookie,
      body: JSON.stringify({ hidesPresence }),
    });
  expect(await (await change(true)).json()).toMatchObject({ player: { hidesPresence: true } });
  expect(await seen()).toEqual([false]);
  expect(club.running.get(ClubMemory).online(100)).not.toContainEqual(
    expect.objectContaining({ id: bob.id }),
  );
  await change(false);
  expect(await seen()).toEqual([true]);
  expect(await bob.ask('GET', '')).toMatchObject({ acquaintances: [] });
});

test('a letter reaches the other at once, and nobody else', async () => {
  expect(await ann.writes(bob, { text: ' Good evening! ' })).toMatchObject({
    letter: { from: ann.id, to: bob.id, said: { text: 'Good evening!' } },
  });
  await bob.person.until(() => bob.letters.length === 1);
  expect(bob.letters[0]?.from).toMatchObject({ id: ann.id, name: `Ann Number${round}` });
  expect(await bob.ask('GET', '/unread')).toMatchObject({ unread: 1 });
  await bob.writes(ann, { phrase: 'hello' });
  expect(await bob.ask('GET', `/${ann.id}/letters`)).toMatchObject({
    with: { id: ann.id },
    letters: [{ said: { text: 'Good evening!' } }, { said: { phrase: 'hello' } }],
  });
  expect(await bob.ask('GET', '/letters')).toMatchObject({
    correspondences: [{ with: { id: ann.id }, unread: 1 }],
  });
  await bob.ask('PUT', `/${ann.id}/letters/seen`, { through: Date.now() });
  expect(await bob.ask('GET', '/unread')).toMatchObject({ unread: 0 });
  expect(await cyd.ask('GET', `/${ann.id}/letters`)).toMatchObject({ letters: [] });
  expect(cyd.letters).toEqual([]);
});

test('the same letter sent twice is one letter', async () => {
  const key = `again-and-again-${round}`;
  const first = await ann.writes(bob, { text: 'Once' }, key);
  expect(await ann.writes(bob, { text: 'Once' }, key)).toEqual(first);
  expect(await bob.ask('GET', '/unread')).toMatchObject({ unread: 1 });
});

test('an invitation leads to the table where its sender sits', async () => {
  const { tableId } = await ann.person.must('table:set', { game: 'tic-tac-toe', private: true });
  expect(await bob.writes(ann, { tableId })).toMatchObject({ code: 'not-seated' });
  expect(await ann.writes(bob, { tableId })).toMatchObject({
    letter: { said: { invitation: { tableId, game: 'tic-tac-toe', number: null } } },
  });
  await bob.person.until(() => bob.letters.length === 1);
  await ann.person.must('table:cancel', { tableId });
});

test('who is blocked writes no letters, and gets none; the other way round as well', async () => {
  await ann.binds(bob, 'blocked');
  expect(await bob.writes(ann, { text: 'Hello?' })).toMatchObject({ code: 'kept-apart' });
  expect(await ann.writes(bob, { text: 'Go away' })).toMatchObject({ code: 'kept-apart' });
  await ann.binds(bob, null);
  expect(await bob.writes(ann, { text: 'Hello' })).toMatchObject({ status: 201 });
});

test('who keep apart do not hear each other in the hall, now or afterwards', async () => {
  const room = 'hall:tic-tac-toe';
  await ann.binds(bob, 'blocked');
  for (const { person } of [ann, bob, cyd]) await person.must('chat:listen', { room, since: 0 });
  const say = (who: Member, text: string) =>
    who.person.must('chat:say', { room, id: `said-${round}-${text}`, said: { text } });
  await say(ann, 'from-ann');
  await say(bob, 'from-bob');
  await say(cyd, 'from-cyd');
  const heard = (who: Member) =>
    who.person.lines.flatMap(({ line: { said } }) => ('text' in said ? [said.text] : []));
  for (const each of [ann, bob, cyd])
    await each.person.until(() => heard(each).includes('from-cyd'));
  expect(heard(ann)).toEqual(['from-ann', 'from-cyd']);
  expect(heard(bob)).toEqual(['from-bob', 'from-cyd']);
  expect(heard(cyd)).toEqual(['from-ann', 'from-bob', 'from-cyd']);
  const { lines } = await bob.person.must('chat:listen', { room, since: 0 });
  expect(lines.filter(({ player }) => player.id === ann.id)).toEqual([]);
});

test('who keep apart do not sit at the same table, whoever sat down first', async () => {
  await ann.binds(bob, 'blocked');
  for (const [first, second] of [
    [ann, bob],
    [bob, ann],
  ] as const) {
    const { tableId } = await first.person.must('table:set', { game: 'tic-tac-toe' });
    await first.person.must('table:conventions', { tableId, conventions: {} });
    expect(await second.person.ask('table:sit', { tableId, seat: 1 })).toMatchObject({
      ok: false,
      code: 'kept-apart',
    });
    // Who only wants to play somewhere is led to another table.
    const { tableId: other } = await second.person.must('hall:play-now', { game: 'tic-tac-toe' });
    expect(other).not.toBe(tableId);
    await first.person.must('table:stand', { tableId });
    await second.person.must('table:stand', { tableId: other });
  }
});

test('bonds outlive the process', async () => {
  await ann.binds(bob, 'blocked');
  const again = await TestClub.start(club.storage);
  try {
    const back = await again.connect(await again.signIn(`Bob Number${round}`));
    const answer = await again.fetch(`/api/people/${ann.id}/letters`, {
      method: 'POST',
      cookie: back.cookie,
      body: JSON.stringify({ key: 'after-the-restart', said: { text: 'x' } }),
    });
    expect(await answer.json()).toMatchObject({ code: 'kept-apart' });
  } finally {
    await again.stop();
  }
});

test('bad requests are refused in so many words', async () => {
  expect(await ann.binds(ann, 'friend')).toMatchObject({ code: 'yourself' });
  expect(await ann.writes(ann, { text: 'me' })).toMatchObject({ code: 'yourself' });
  expect(await ann.ask('PUT', '/nobody/bond', { bond: 'friend' })).toMatchObject({
    code: 'no-such-player',
  });
  expect(await ann.ask('GET', '/nobody/letters')).toMatchObject({ status: 404 });
  expect(await ann.writes(bob, { text: ' ' })).toMatchObject({ code: 'empty-line' });
  expect(await ann.writes(bob, { phrase: 'rude' })).toMatchObject({ code: 'no-such-phrase' });
  expect(await ann.writes(bob, { text: 'x', from: cyd.id })).toMatchObject({ code: 'bad-request' });
  expect(await ann.ask('GET', `/${bob.id}/letters?before=x`)).toMatchObject({
    code: 'bad-request',
  });
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['GET', '/letters', undefined],
    ['GET', '/unread', undefined],
    ['PUT', `/${bob.id}/bond`, { bond: null }],
    ['GET', `/${bob.id}/letters`, undefined],
    ['POST', `/${bob.id}/letters`, {}],
    ['PUT', `/${bob.id}/letters/seen`, { through: 1 }],
  ] as const) {
    const answer = await club.fetch(`/api/people${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(answer.status, `${method} ${path}`).toBe(401);
  }
  expect(club.errors).toEqual([]);
});
