import { ClubMemory } from '@trellis/facade';
import type { Storage } from '@trellis/storage';
import type { Me, OwnJusticeAnswer, QueueAnswer, SanctionAnswer } from '@trellis/wire';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Person } from '../testing/person.js';
import { Processes } from '../testing/processes.js';
import type { TestClub } from '../testing/test-club.js';

// Two processes over one database that know nothing else of each other: what is decided in one is felt in the other.
let processes: Processes;
let storage: Storage;
let one: TestClub;
let two: TestClub;
beforeAll(async () => {
  processes = await Processes.overDatabase();
  ({ storage, one, two } = processes);
});
afterAll(() => processes.stop());

const soon = { interval: 50 };

class Member {
  private keys = 0;
  private constructor(
    readonly person: Person,
    readonly id: string,
  ) {}

  static async comes(name: string, club = one): Promise<Member> {
    const person = await club.person(`${name} Number${round}`);
    const me = await club.fetch('/api/me', { cookie: person.cookie });
    return new Member(person, ((await me.json()) as Me).player!.id);
  }

  async ask<T = Record<string, unknown>>(method: string, path: string, body?: object, club = one) {
    const answer = await club.fetch(`/api/${path}`, {
      ...{ method, cookie: this.person.cookie },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, ...((await answer.json()) as T) };
  }

  reports(other: Member, rest: object = {}) {
    const key = `report-${round}-${++this.keys}`;
    const asked = { key, player: other.id, category: 'abuse', text: 'He shouted', ...rest };
    return this.ask<{ report: { id: string } }>('POST', 'justice/reports', asked);
  }

  own() {
    return this.ask<OwnJusticeAnswer>('GET', 'justice');
  }

  says(text: string, room = 'hall:tic-tac-toe') {
    const id = `line-${round}-${++this.keys}`;
    return this.person.ask('chat:say', { room, id, said: { text } });
  }
}

let round = 0;
let ann: Member;
let bob: Member;
let dee: Member;
beforeEach(async () => {
  round += 1;
  [ann, bob, dee] = [
    await Member.comes('Ann'),
    await Member.comes('Bob'),
    await Member.comes('Dee'),
  ];
  const operator = { origin: 'operator', by: null, at: Date.now() } as const;
  await storage.justice.setArbiter(dee.id, true, operator, 'Elected');
});

/** Ann reports Bob, and Dee decides. */
async function decided(sanction?: object, on = bob) {
  const { report } = await ann.reports(on);
  const answer = {
    upheld: sanction !== undefined,
    answer: 'Looked into',
    ...(sanction && { sanction }),
  };
  return dee.ask('POST', `arbiter/reports/${report.id}/decision`, answer);
}
const pause = (kind: string, minutes = 60) => ({ kind, minutes, reason: 'Words in the hall' });

/** A finished game of the two, which Ann has won. */
async function aGame(): Promise<string> {
  const { tableId } = await ann.person.must('table:set', { game: 'tic-tac-toe' });
  await ann.person.must('table:look', { tableId });
  await ann.person.must('table:conventions', { tableId, conventions: {} });
  await bob.person.must('table:sit', { tableId, seat: 1 });
  await ann.person.sees(({ phase }) => phase === 'playing');
  for (const cell of [0, 3, 1, 4, 2]) {
    const view = ann.person.views.at(-1)!;
    const acting = view.toAct.includes(0) ? ann : bob;
    const asked = { tableId, after: view.seq, action: { cell } };
    const { seq } = await acting.person.must('table:act', asked);
    await ann.person.sees((each) => each.seq >= seq);
  }
  const { gameId } = ann.person.views.at(-1)!;
  for (const { person } of [ann, bob]) await person.must('table:leave', { tableId });
  return gameId!;
}

test('a report goes to the arbiters alone, with what was said; both get the answer, one of them not the reporter', async () => {
  await bob.says('You fool');
  const { report } = await ann.reports(bob, { room: 'hall:tic-tac-toe' });
  expect(report).toMatchObject({ on: { id: bob.id }, decision: null });
  expect(report).not.toHaveProperty('lines');
  for (const each of [ann, bob])
    expect(await each.ask('GET', 'arbiter/queue')).toMatchObject({ code: 'arbiters-only' });
  const { reports } = await dee.ask<QueueAnswer>('GET', 'arbiter/queue');
  expect(reports.at(-1)).toMatchObject({
    ...{ id: report.id, by: { id: ann.id }, text: 'He shouted' },
  });
  expect(reports.at(-1)?.lines.at(-1)).toMatchObject({
    ...{ by: { id: bob.id }, said: { text: 'You fool' } },
  });
  expect((await bob.own()).decided).toEqual([]);
  await dee.ask('POST', `arbiter/reports/${report.id}/decision`, {
    ...{ upheld: true, answer: 'Not in this club', sanction: pause('warning') },
  });
  expect((await ann.own()).reports[0]?.decision).toMatchObject({ answer: 'Not in this club' });
  const his = await bob.own();
  expect(his.decided).toMatchObject([{ decision: { answer: 'Not in this club', upheld: true } }]);
  expect(his.sanctions).toMatchObject([{ kind: 'warning', by: { id: dee.id } }]);
  expect(his.log.map(({ act }) => act).sort()).toEqual(['report-decided', 'sanctioned']);
  expect(JSON.stringify(his)).not.toContain(ann.id);
  expect(await bob.ask('GET', 'me')).toMatchObject({ pauses: [{ kind: 'warning' }] });
});

test('reports have their limits, and nobody reports himself', async () => {
  const first = { key: `same-key-${round}` };
  const { report } = await ann.reports(bob, first);
  expect((await ann.reports(bob, first)).report).toEqual(report);
  expect(await ann.reports(bob)).toMatchObject({ status: 429, code: 'already-reported' });
  expect(await ann.reports(ann)).toMatchObject({ code: 'yourself' });
  expect(await ann.reports(dee, { gameId: 'nothing' })).toMatchObject({ code: 'not-found' });
  expect(await ann.reports(dee, { category: 'other', text: ' ' })).toMatchObject({
    code: 'empty-line',
  });
});

test('a chat pause is felt in every process at once, everywhere one writes, and says why', async () => {
  const there = await two.connect(bob.person.cookie);
  expect(await decided(pause('chat-pause'))).toMatchObject({ status: 201 });
  const refused = { ok: false, code: 'chat-paused', details: { reason: 'Words in the hall' } };
  expect(await bob.says('Hello')).toMatchObject(refused);
  const say = (id: string) =>
    there.ask('chat:say', { room: 'hall:preferans', id, said: { phrase: 'hello' } });
  let lines = 0;
  await expect.poll(() => say(`there-${round}-${++lines}`), soon).toMatchObject(refused);
  expect(
    await bob.ask('POST', `people/${ann.id}/letters`, {
      ...{ key: `letter-${round}`, said: { text: 'x' } },
    }),
  ).toMatchObject({ status: 403, code: 'chat-paused' });
  const thread = { place: 'forum', section: 'cafe', title: 'x', markdown: 'x' };
  expect(
    await bob.ask('POST', 'forum/threads', { key: `thread-${round}`, ...thread }),
  ).toMatchObject({ code: 'chat-paused' });
  await ann.person.must('chat:say', {
    ...{ room: 'hall:preferans', id: `ann-line-${round}`, said: { phrase: 'hello' } },
  });
  // He may still play.
  const { tableId } = await bob.person.must('table:set', { game: 'tic-tac-toe' });
  await bob.person.must('table:conventions', { tableId, conventions: {} });
  await bob.person.must('table:leave', { tableId });
});

test('a pause ends by itself', async () => {
  const at = Date.now();
  await storage.justice.sanction({
    ...{ id: `short-${round}`, player: bob.id, kind: 'chat-pause', reason: 'x' },
    ...{ at, until: at + 1_500, origin: 'arbiter', by: dee.id },
  });
  await expect.poll(() => bob.says('Hello'), soon).toMatchObject({ code: 'chat-paused' });
  await expect.poll(() => bob.says('Hello'), soon).toMatchObject({ ok: true });
});

test('a rated pause keeps from rated tables, also who waits at one already', async () => {
  const { tableId } = await bob.person.must('table:set', { game: 'tic-tac-toe' });
  await bob.person.must('table:conventions', { tableId, conventions: {} });
  await ann.person.must('table:look', { tableId });
  await decided(pause('rated-pause'));
  await expect
    .poll(() => ann.person.ask('table:sit', { tableId, seat: 1 }), soon)
    .toMatchObject({ code: 'no-such-table' });
  const refused = { ok: false, code: 'rated-paused', details: { reason: 'Words in the hall' } };
  expect(await bob.person.ask('hall:play-now', { game: 'tic-tac-toe' })).toMatchObject(refused);
  const his = await bob.person.must('table:set', { game: 'tic-tac-toe' });
  const choose = (conventions: { rated?: boolean }) =>
    bob.person.ask('table:conventions', { tableId: his.tableId, conventions });
  expect(await choose({})).toMatchObject(refused);
  expect(await choose({ rated: false })).toMatchObject({ ok: true });
  const hers = await ann.person.must('table:set', { game: 'tic-tac-toe' });
  await ann.person.must('table:conventions', { tableId: hers.tableId, conventions: {} });
  expect(await bob.person.ask('table:sit', { tableId: hers.tableId, seat: 1 })).toMatchObject(
    refused,
  );
  expect(await bob.ask('POST', 'house/tic-tac-toe', {})).toMatchObject({ status: 201 });
});

test('an exclusion is a ban, which he may appeal while it lasts, and whose lifting lets him in', async () => {
  await decided(pause('exclusion'));
  await expect.poll(() => bob.person.told.includes('disconnect'), soon).toBe(true);
  expect(await bob.ask('GET', 'me')).toMatchObject({ banned: { reason: 'Words in the hall' } });
  expect(await bob.ask('GET', 'people')).toMatchObject({ code: 'banned' });
  const [sanction] = (await bob.own()).sanctions;
  expect(sanction).toMatchObject({ kind: 'exclusion', appeal: null });
  const path = `justice/sanctions/${sanction!.id}/appeal`;
  expect(await ann.ask('POST', path, { text: 'x' })).toMatchObject({ code: 'not-yours' });
  await bob.ask('POST', path, { text: 'I was not there' });
  expect(await bob.ask('POST', path, { text: 'x' })).toMatchObject({ code: 'already-appealed' });
  const { appeals } = await dee.ask<QueueAnswer>('GET', 'arbiter/queue');
  expect(appeals.map(({ id }) => id)).toContain(sanction!.id);
  const answered = await dee.ask<SanctionAnswer>(
    ...(['POST', `arbiter/sanctions/${sanction!.id}/appeal`] as const),
    { answer: 'You were not', lifts: true },
  );
  expect(answered.sanction.appeal?.answer).toMatchObject({ lifted: true });
  expect(await bob.ask('GET', 'people')).toMatchObject({ status: 200 });
  await expect
    .poll(() => bob.ask('GET', 'people', undefined, two), soon)
    .toMatchObject({
      status: 200,
    });
});

test('an arbiter lifts what is in force, and judges nothing of his own', async () => {
  await decided(pause('chat-pause'));
  const [sanction] = (await bob.own()).sanctions;
  const lift = (who: Member) =>
    who.ask('POST', `arbiter/sanctions/${sanction!.id}/lift`, { reason: 'A mistake' });
  expect(await lift(ann)).toMatchObject({ code: 'arbiters-only' });
  expect(await lift(dee)).toMatchObject({ status: 201 });
  expect(await lift(dee)).toMatchObject({ code: 'not-in-force' });
  expect(await bob.says('Hello again')).toMatchObject({ ok: true });
  expect(await decided(undefined, dee)).toMatchObject({ status: 403, code: 'own-case' });
  await storage.justice.setArbiter(
    ...([dee.id, false, { origin: 'operator', by: null, at: Date.now() }, 'Thanks'] as const),
  );
  expect(await dee.ask('GET', 'arbiter/log')).toMatchObject({ code: 'arbiters-only' });
});

test('an annulled game takes its ratings with it, in memory and in storage', async () => {
  const [first, second] = [await aGame(), await aGame()];
  const memory = one.running.get(ClubMemory);
  const curve = () => memory.profile(ann.id)?.games[0]?.curve.map(({ gameId }) => gameId);
  expect(curve()).toEqual([first, second]);
  const winner = memory.game(second)?.seats[0]?.rating;
  expect(winner?.before).toBeGreaterThan(1500);
  const reason = { reason: 'They played as one' };
  expect(await ann.ask('POST', `arbiter/games/${first}/annulment`, reason)).toMatchObject({
    code: 'arbiters-only',
  });
  expect(await dee.ask('POST', `arbiter/games/${first}/annulment`, reason)).toMatchObject({
    game: { rated: false, annulled: { reason: 'They played as one' } },
  });
  expect(curve()).toEqual([second]);
  expect(memory.game(second)?.seats[0]?.rating?.before).toBe(1500);
  expect(memory.game(first)).toMatchObject({ rated: false, annulled: reason });
  const row = memory.leaderboard('tic-tac-toe').find(({ player }) => player.id === ann.id);
  expect(row).toMatchObject({ played: 1, rating: memory.profile(ann.id)?.games[0]?.rating });
  expect((await storage.ledger.check()).differences).toEqual([]);
  expect(await dee.ask('POST', `arbiter/games/${first}/annulment`, reason)).toMatchObject({
    code: 'not-rated',
  });
});

test('one feedback a game and opponent, of which others see sums', async () => {
  const game = await aGame();
  const give = (who: Member, on: Member, mark: string, tags: string[] = []) =>
    who.ask('POST', `justice/games/${game}/feedback`, { player: on.id, mark, tags });
  expect(await give(ann, bob, 'positive', ['friendly'])).toMatchObject({
    given: [{ player: bob.id, mark: 'positive', tags: ['friendly'] }],
  });
  expect(await give(ann, bob, 'negative')).toMatchObject({ given: [{ mark: 'positive' }] });
  expect(await give(bob, ann, 'positive', ['rude'])).toMatchObject({ code: 'wrong-tags' });
  expect(await give(ann, ann, 'positive')).toMatchObject({ code: 'yourself' });
  expect(await give(dee, ann, 'positive')).toMatchObject({ code: 'not-in-game' });
  expect(await dee.ask('GET', `justice/players/${bob.id}/feedback`)).toMatchObject({
    marks: { positive: 1, neutral: 0, negative: 0 },
    tags: [{ tag: 'friendly', times: 1 }],
  });
  expect(await bob.ask('GET', `justice/games/${game}/feedback`)).toMatchObject({ given: [] });
});

test('who leaves games is warned first, then paused, and reads why', async () => {
  const leave = async () => {
    const { tableId } = await ann.person.must('table:set', { game: 'tic-tac-toe' });
    await ann.person.must('table:conventions', { tableId, conventions: { rated: false } });
    await bob.person.must('table:sit', { tableId, seat: 1 });
    await bob.person.must('table:leave', { tableId });
    for (const { person } of [ann, bob]) await person.ask('table:leave', { tableId });
  };
  const kinds = async () => (await bob.own()).sanctions.map(({ kind }) => kind);
  await leave();
  await expect.poll(kinds, soon).toEqual(['warning']);
  await leave();
  await expect.poll(kinds, soon).toEqual(['rated-pause', 'warning']);
  const [sanction] = (await bob.own()).sanctions;
  expect(sanction).toMatchObject({ origin: 'club', by: null, reason: 'left-games' });
  expect(sanction!.until - sanction!.at).toBe(10 * 60_000);
  await expect
    .poll(() => bob.person.ask('hall:play-now', { game: 'tic-tac-toe' }), soon)
    .toMatchObject({ code: 'rated-paused', details: { reason: 'left-games' } });
  expect((await ann.own()).sanctions).toEqual([]);
  expect([one.errors, two.errors]).toEqual([[], []]);
});
