import { JournalConflict, type Entry, type Journal } from '@trellis/tables';
import { beforeEach, describe, expect, test } from 'vitest';
import { anEntry } from '../endings.js';

/** What every `Journal` promises. `make` gives an empty one. */
export function journalContract(name: string, make: () => Promise<Journal>): void {
  describe(`the journal: ${name}`, () => {
    let journal: Journal;
    beforeEach(async () => {
      journal = await make();
    });

    test('reads back what was appended, in order and whole', async () => {
      const entries = [
        anEntry(1),
        {
          seq: 2,
          at: 1_700_000_000_123,
          kind: 'acted' as const,
          seat: 1,
          action: { a: [1, 0.1, 1e-7, null, { б: 'жир 👍 "\\' }], b: true },
        },
      ];
      await journal.append('t', entries.slice(0, 1));
      await journal.append('t', entries.slice(1));
      expect(await journal.read('t')).toEqual(entries);
      expect(await journal.read('unknown')).toEqual([]);
    });

    test('knows the newest entry of a table without reading it', async () => {
      expect(await journal.newest('t')).toBe(0);
      await journal.append('t', [anEntry(1), anEntry(2)]);
      expect(await journal.newest('t')).toBe(2);
      expect(await journal.newest('other')).toBe(0);
    });

    test('several entries of one append are there together', async () => {
      await journal.append('t', [anEntry(1), anEntry(2), anEntry(3)]);
      expect(await journal.read('t')).toHaveLength(3);
    });

    test('an entry whose number is taken is a conflict, and nothing of its append is kept', async () => {
      await journal.append('t', [anEntry(1, 'first'), anEntry(2, 'first')]);
      await expect(journal.append('t', [anEntry(2, 'late'), anEntry(3, 'late')])).rejects.toThrow(
        JournalConflict,
      );
      expect(await journal.read('t')).toEqual([anEntry(1, 'first'), anEntry(2, 'first')]);
    });

    test('an entry whose predecessor is not there is a conflict', async () => {
      await expect(journal.append('t', [anEntry(2)])).rejects.toThrow(JournalConflict);
      await journal.append('t', [anEntry(1)]);
      await expect(journal.append('t', [anEntry(3)])).rejects.toThrow(JournalConflict);
      await journal.forget('t');
      await expect(journal.append('t', [anEntry(2)])).rejects.toThrow(JournalConflict);
      expect(await journal.tables()).toEqual([]);
    });

    test('of two owners who append the same number exactly one succeeds', async () => {
      for (let seq = 1; seq <= 20; seq++) {
        const owners = ['one', 'two', 'three'];
        const outcomes = await Promise.allSettled(
          owners.map((owner) => journal.append('t', [anEntry(seq, owner)])),
        );
        const winners = owners.filter((_, index) => outcomes[index]?.status === 'fulfilled');
        expect(winners).toHaveLength(1);
        for (const outcome of outcomes) {
          if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(JournalConflict);
        }
        expect((await journal.read('t')).at(-1)).toEqual(anEntry(seq, winners[0]));
      }
    });

    test('a conflict at one table does not touch the others', async () => {
      await journal.append('taken', [anEntry(1, 'first')]);
      const tables = Array.from({ length: 30 }, (_, index) => `table-${index}`);
      const outcomes = await Promise.allSettled(
        ['taken', ...tables].map((id) => journal.append(id, [anEntry(1, id), anEntry(2, id)])),
      );
      expect(outcomes.map(({ status }) => status)).toEqual([
        'rejected',
        ...tables.map(() => 'fulfilled'),
      ]);
      expect(await journal.read('taken')).toEqual([anEntry(1, 'first')]);
      for (const id of tables) expect(await journal.read(id)).toHaveLength(2);
    });

    test('what storage cannot hold is refused alone, and the journal goes on', async () => {
      await journal.append('sound', [anEntry(1)]);
      const outcomes = await Promise.allSettled([
        journal.append('sound', [anEntry(2)]),
        journal.append('nul', [anEntry(1, 'a\0b')]),
        journal.append('other', [anEntry(1)]),
      ]);
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await journal.read('nul')).toEqual([]);
      await journal.append('sound', [anEntry(3)]);
      expect(await journal.read('sound')).toHaveLength(3);
    });

    test('appends of one table that do not wait for each other keep their order', async () => {
      await Promise.all([1, 2, 3, 4, 5].map((seq) => journal.append('t', [anEntry(seq)])));
      expect((await journal.read('t')).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    });

    test('names every table that has entries, and forgets one', async () => {
      for (const id of ['b', 'a', 'c']) await journal.append(id, [anEntry(1), anEntry(2)]);
      await journal.forget('b');
      await journal.forget('unknown');
      expect([...(await journal.tables())].sort()).toEqual(['a', 'c']);
      expect(await journal.read('b')).toEqual([]);
    });

    test('what was read is nobody else’s', async () => {
      await journal.append('t', [anEntry(1)]);
      const [entry] = await journal.read('t');
      Object.assign(entry ?? {}, { kind: 'freed' });
      expect(await journal.read('t')).toEqual([anEntry(1)]);
    });

    test('a number of a hall is given out once, until its table is forgotten', async () => {
      const set = (game: string, number: number | null): Entry => ({
        ...{ seq: 1, at: 1_000, kind: 'set', by: 'ann', rulesVersion: 1 },
        ...{ game, number },
      });
      await journal.append('one', [set('hearts', 1), anEntry(2)]);
      await expect(journal.append('two', [set('hearts', 1)])).rejects.toThrow(JournalConflict);
      expect(await journal.read('two')).toEqual([]);
      await journal.append('two', [set('hearts', 2)]);
      await journal.append('three', [set('chess', 1)]);
      for (const table of ['four', 'five']) await journal.append(table, [set('hearts', null)]);
      await journal.forget('one');
      await journal.append('six', [set('hearts', 1)]);
    });

    test('of processes that give out the same number at once exactly one succeeds', async () => {
      const outcomes = await Promise.allSettled(
        ['one', 'two', 'three'].map((table) =>
          journal.append(table, [
            {
              ...{ seq: 1, at: 1_000, kind: 'set', by: table, rulesVersion: 1 },
              ...{ game: 'hearts', number: 9 },
            },
          ]),
        ),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
      ]);
    });

    test('knows the last beat of each process and of the one that beat last', async () => {
      expect(await journal.lastBeat()).toBeNull();
      await journal.beat('one', 1_700_000_000_001);
      await journal.beat('one', 1_700_000_000_123);
      await journal.beat('two', 1_700_000_000_100);
      expect(await journal.lastBeat()).toBe(1_700_000_000_123);
      expect(await journal.lastBeat('two')).toBe(1_700_000_000_100);
      expect(await journal.lastBeat('three')).toBeNull();
    });
  });
}
