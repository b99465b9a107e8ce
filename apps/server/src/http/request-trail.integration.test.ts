import { TemporaryRedis } from '@trellis/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Person } from '../testing/person.js';
import { Processes } from '../testing/processes.js';
import { publicUrl } from '../testing/test-club.js';

/** As a proxy gives it to the handshake. */
const given = 'an-id-of-nginx';

describe.skipIf(!TemporaryRedis.found)('a request leaves its id in the log', () => {
  const lines: string[] = [];
  let redis: TemporaryRedis;
  let processes: Processes;

  beforeAll(async () => {
    redis = await TemporaryRedis.start();
    processes = await Processes.start({ redisUrl: redis.url, log: (line) => lines.push(line) });
  });
  afterAll(async () => {
    await processes.stop();
    await redis.stop();
  });

  const journal = () =>
    lines
      .filter((line) => line.includes('"msg":"journal"'))
      .map((line) => JSON.parse(line) as { requestId?: string; table: string; seq: number });

  test('from the proxy to the journal of the process that has the table, and through the end of a game', async () => {
    const { one, two } = processes;
    const ann = await one.person('Ann Owner');
    const cookie = await two.signIn('Bob Elsewhere');
    const bob = await Person.connect(two.url, publicUrl, cookie, undefined, {
      'x-request-id': given,
    });
    const { tableId } = await ann.must('table:set', { game: 'tic-tac-toe' });
    await ann.must('table:conventions', { tableId, conventions: {} });
    await ann.must('table:look', { tableId });
    const looked = await bob.ask('table:look', { tableId });
    expect(looked.ok).toBe(true);
    const sat = await bob.must('table:sit', { tableId, seat: 1 });
    // Bob's second request, from his handshake in the one process to the entry in the other one.
    expect(journal()).toContainEqual(
      expect.objectContaining({ requestId: `${given}.2`, table: tableId, seq: sat.seq }),
    );
    await ann.sees(({ phase }) => phase === 'playing');
    const left = await bob.must('table:leave', { tableId });
    const last = journal().findLast(({ table }) => table === tableId);
    expect(last).toMatchObject({ table: tableId, seq: left.seq });
    expect(last?.requestId).toMatch(new RegExp(`^${given}\\.\\d+$`));
    // Ann's requests came by another handshake, and have another id.
    const ofAnn = journal().filter(({ requestId }) => !requestId?.startsWith(given));
    expect(ofAnn.map(({ seq }) => seq)).toContain(1);
    bob.close();
  });
});
