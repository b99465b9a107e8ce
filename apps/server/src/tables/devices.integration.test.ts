import { TemporaryRedis } from '@trellis/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overRedis } from '../testing/over-redis.js';
import type { Person } from '../testing/person.js';
import { TestClub } from '../testing/test-club.js';

let names = 0;

/** Ann at her desk and Bob have begun a game; Ann's page says that she plays from there. */
async function aGame(club: TestClub) {
  const [annsName, bobsName] = [`Ann Number${++names}`, `Bob Number${names}`];
  const desk = await club.person(annsName);
  const bob = await club.person(bobsName);
  const { tableId } = await desk.must('table:set', { game: 'tic-tac-toe' });
  await desk.must('table:look', { tableId });
  await desk.must('table:conventions', { tableId, conventions: {} });
  await bob.must('table:look', { tableId });
  await bob.must('table:sit', { tableId, seat: 1 });
  const view = await desk.sees(({ phase }) => phase === 'playing');
  const ann = view.toAct.includes(0) ? 0 : 1;
  // Who begins is drawn: Ann is whoever does.
  const first = ann === 0 ? { desk, name: annsName } : { desk: bob, name: bobsName };
  const here = await first.desk.must('table:play-here', { tableId });
  return { ...first, here, tableId };
}

const comes = async (person: Person, tableId: string) => {
  const { view } = await person.must('table:look', { tableId });
  return { view, here: await person.must('table:play-here', { tableId }) };
};

const acts = (person: Person, tableId: string, after: number, cell = 4) =>
  person.ask('table:act', { tableId, after, action: { cell } });

/** The newest view that a person has of the table tells that this device plays; undefined: the only one. */
const playsOn = (person: Person, device: string | undefined) =>
  person.sees((view) => view === person.views.at(-1) && view.playsOn === device);

describe('of a player’s devices the newest plays', () => {
  let club: TestClub;
  beforeAll(async () => {
    club = await TestClub.start();
  });
  afterAll(() => club.stop());

  test('the older one shows the game, is refused, and may take it back', async () => {
    const { desk, name, here, tableId } = await aGame(club);
    const phone = await club.person(name);
    const { view, here: newer } = await comes(phone, tableId);
    expect(newer.device).not.toBe(here.device);
    for (const each of [desk, phone]) await playsOn(each, newer.device);
    expect(await acts(desk, tableId, view.seq)).toMatchObject({ code: 'plays-elsewhere' });
    expect(await desk.ask('table:leave', { tableId })).toMatchObject({ code: 'plays-elsewhere' });
    const { seq } = await phone.must('table:look', { tableId }).then((looked) => looked.view);
    expect(seq).toBe(view.seq);

    const again = await desk.must('table:play-here', { tableId });
    expect(again.device).toBe(here.device);
    for (const each of [desk, phone]) await playsOn(each, here.device);
    expect(await acts(phone, tableId, view.seq)).toMatchObject({ code: 'plays-elsewhere' });
    expect(await acts(desk, tableId, view.seq)).toMatchObject({ ok: true });
  });

  test('who comes back after a lost connection is not newer than before', async () => {
    const { desk, name, here, tableId } = await aGame(club);
    const phone = await club.person(name);
    const { view, here: newer } = await comes(phone, tableId);
    desk.close();
    await playsOn(phone, undefined);
    const back = await club.connect(desk.cookie);
    await back.must('table:look', { tableId });
    expect(await back.must('table:play-here', { tableId, since: here.since })).toEqual(here);
    await playsOn(phone, newer.device);
    expect(await acts(back, tableId, view.seq)).toMatchObject({ code: 'plays-elsewhere' });
    expect(await acts(phone, tableId, view.seq)).toMatchObject({ ok: true });
  });

  test('when the newer one goes, the older one plays on', async () => {
    const { desk, name, tableId } = await aGame(club);
    const phone = await club.person(name);
    const { view, here } = await comes(phone, tableId);
    await playsOn(desk, here.device);
    await phone.must('table:unlook', { tableId });
    await playsOn(desk, undefined);
    expect(await acts(desk, tableId, view.seq)).toMatchObject({ ok: true });
  });

  test('tabs of one browser are one device, and a program that says nothing is kept from nothing', async () => {
    const { desk, name, tableId } = await aGame(club);
    const tab = await club.connect(desk.cookie);
    const { view } = await comes(tab, tableId);
    expect(view.playsOn).toBeUndefined();
    const { seq } = await desk.must('table:act', { tableId, after: view.seq, action: { cell: 0 } });
    const silent = await club.person(name);
    const refused = await acts(silent, tableId, seq, 1);
    expect(refused).not.toMatchObject({ code: 'plays-elsewhere' });
  });

  test('nobody else is told, and who does not look cannot say it', async () => {
    const { name, tableId } = await aGame(club);
    const visitor = await club.person();
    await visitor.must('table:look', { tableId });
    const phone = await club.person(name);
    expect(await phone.ask('table:play-here', { tableId })).toMatchObject({ code: 'not-now' });
    expect(await visitor.ask('table:play-here', { tableId })).toMatchObject({
      code: 'not-signed-in',
    });
    const { here } = await comes(phone, tableId);
    await playsOn(phone, here.device);
    expect(visitor.views.filter((view) => view.playsOn !== undefined)).toEqual([]);
  });
});

describe.skipIf(!TemporaryRedis.found)('over two processes', () => {
  const over = overRedis();

  test('a device at the one and one at the other: the newest plays, wherever the table is', async () => {
    const { one, two } = over.processes;
    const { desk, name, here, tableId } = await aGame(one);
    const phone = await two.person(name);
    const { view, here: newer } = await comes(phone, tableId);
    for (const each of [desk, phone]) await playsOn(each, newer.device);
    expect(await acts(desk, tableId, view.seq)).toMatchObject({ code: 'plays-elsewhere' });

    await desk.must('table:play-here', { tableId });
    for (const each of [desk, phone]) await playsOn(each, here.device);
    expect(await acts(phone, tableId, view.seq)).toMatchObject({ code: 'plays-elsewhere' });

    await phone.must('table:play-here', { tableId });
    // The request and the word that the phone is the newest may come in any order.
    expect(await acts(phone, tableId, view.seq)).toMatchObject({ ok: true });
    expect(over.processes.errors).toEqual([]);
  });
});
