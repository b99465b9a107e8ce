import { usualWishes } from '@trellis/notices';
import { programOf } from '@trellis/players';
import { personalTables, type Storage } from '@trellis/storage';
import { beforeEach, describe, expect, test } from 'vitest';
import { anEnding, markOf, signIn } from '../endings.js';
import { aDevice } from './notices-contract.js';

type Parts = Readonly<Record<string, readonly unknown[]>>;

async function read(storage: Storage, person: string): Promise<Parts> {
  const parts: Record<string, unknown[]> = {};
  for await (const { part, rows } of storage.personalData.of(person))
    (parts[part] ??= []).push(...rows.map((row) => JSON.parse(row) as unknown));
  return parts;
}

/** Does everything that leaves a trace, with words of his own in whatever he alone may read. */
async function leavesTraces(storage: Storage, who: string, other: string): Promise<void> {
  const { people, forum, tokens, chatLines, results, paintResults, justice, aftermath } = storage;
  const mine = (what: string) => `${what} of ${who}`;
  const written = { markdown: mine('markdown'), html: mine('html'), text: mine('text') };
  const opening = { id: `post-${who}`, author: who, at: 1, replyTo: null, ...written };
  await forum.start({
    ...{ id: `thread-${who}`, place: 'forum', section: 'cafe', title: mine('title'), opening },
  });
  await forum.edit({ id: opening.id, at: 2, version: 1, ...written, html: mine('newer html') });
  await forum.follow(who, `thread-${who}`, 1);
  await forum.saveDraft(who, {
    ...{ id: 'draft', place: 'blog', section: 'club', title: mine('draft'), markdown: 'x' },
    savedAt: 1,
  });
  await people.bind(who, other, 'blocked', 1);
  await storage.notices.saveWishes(who, { ...usualWishes, timeZone: mine('zone') });
  await storage.notices.keepDevice(
    who,
    aDevice(mine('device'), { keys: { p256dh: 'key of one', auth: 'key of two' } }),
  );
  await tokens.add({
    ...{ id: mine('token'), hash: mine('hash'), owner: who, program: `${who}-program` },
    ...{ name: mine('robot'), scopes: ['read'], createdAt: 1, expiresAt: 9, lastUsed: null },
  });
  await chatLines.add('hall:x', {
    ...{ seq: who === 'ann' ? 1 : 2, id: `line-${who}`, at: 1, said: { text: mine('line') } },
    player: { id: who, name: who },
  });
  await results.finish(anEnding(`game-${who}`, [who, `${other}-program`], { seq: 1 }));
  await justice.report({
    ...{ id: `report-${who}`, by: who, on: other, category: 'other', text: mine('report') },
    ...{ gameId: null, tableId: null, at: 1 },
    lines: [{ by: other, at: 1, said: { text: 'Near it' } }],
  });
  await justice.sanction({
    ...{ id: `sanction-${who}`, player: who, kind: 'chat-pause', reason: mine('reason') },
    ...{ at: 1, until: 9, origin: 'club', by: null, report: `report-${other}`, gameId: 'case' },
  });
  await aftermath.giveFeedback({
    ...{ gameId: `game-${who}`, from: who, to: other, mark: 'neutral', tags: [], at: 1 },
  });
  await paintResults.save({
    ...{ id: `round-${who}`, finishedAt: 1 },
    results: [{ player: { id: who, name: who }, symbol: 'B', cells: 5, place: 1 }],
  });
}

/** What every `PersonalData` promises. `make` gives an empty club. */
export function personalDataContract(name: string, make: () => Promise<Storage>): void {
  describe(`personal data: ${name}`, () => {
    let storage: Storage;
    beforeEach(async () => {
      storage = await make();
      for (const id of ['ann', 'joe']) {
        const person = await signIn(storage.players, id);
        await storage.players.signIn(programOf(person), `${id}-program`, 1_000);
      }
      await leavesTraces(storage, 'ann', 'joe');
      await leavesTraces(storage, 'joe', 'ann');
      const letter = { id: 'letter', from: 'ann', to: 'joe', at: 1 };
      await storage.people.send({ ...letter, said: { text: 'Between the two' } });
    });

    test('something of every kind is in it, with the account of his programs', async () => {
      const parts = await read(storage, 'ann');
      expect(Object.keys(parts).sort()).toEqual(personalParts().sort());
      for (const [part, rows] of Object.entries(parts)) expect(rows, part).not.toEqual([]);
      expect(parts['player']).toHaveLength(2);
      expect(parts['game']).toHaveLength(2);
      expect(parts['letter']).toHaveLength(1);
    });

    test('nothing in it is another’s alone, and nothing is secret', async () => {
      const parts = await read(storage, 'ann');
      const text = JSON.stringify(parts);
      for (const what of [
        ...['token', 'line', 'draft', 'robot', 'markdown', 'html', 'title', 'report', 'reason'],
        ...['zone', 'device'],
      ])
        expect([text.includes(`${what} of ann`), text.includes(`${what} of joe`)], what).toEqual([
          ...[true, false],
        ]);
      expect(text).not.toMatch(/hash of|key of|session-device/);
      // Who reported her, and over what.
      expect(text).not.toMatch(/report-joe|Near it/);
      expect(JSON.stringify(parts['audit_entry'])).not.toContain('case');
      expect(parts['bond']).toHaveLength(1);
    });

    test('a long life is read whole, each row once', async () => {
      for (let game = 0; game < 45; game++)
        await storage.results.finish(anEnding(`more-${game}`, ['ann', 'joe'], { seq: 1 }));
      for (let at = 0; at < 405; at++)
        await storage.people.send({
          // Many in the same moment: what comes next is told by the id.
          ...{ id: `more-${at}`, from: 'joe', to: 'ann', at: Math.floor(at / 300) },
          said: { text: 'x' },
        });
      const { game, letter, rating_change } = await read(storage, 'ann');
      const ids = (rows: readonly unknown[] = []) =>
        new Set((rows as { id: string }[]).map(({ id }) => id)).size;
      expect([game?.length, ids(game)]).toEqual([47, 47]);
      expect([letter?.length, ids(letter)]).toEqual([406, 406]);
      // Of her own and of her program's games.
      expect(rating_change).toHaveLength(47);
    });

    test('of somebody unknown there is nothing', async () => {
      const parts = await read(storage, 'nobody');
      expect(Object.values(parts).flat()).toEqual([]);
    });

    test('a deletion leaves what is shared, and nothing of what was his alone', async () => {
      await storage.players.delete('ann', 5_000, markOf);
      const parts = await read(storage, 'ann');
      const left = Object.keys(parts).filter((part) => parts[part]!.length > 0);
      expect(left.sort()).toEqual(personalParts('stays').sort());
      expect(JSON.stringify(parts)).not.toMatch(/line of ann|Ann|"Lee"|token of/);
    });
  });
}

function personalParts(onDeletion?: 'stays'): string[] {
  return Object.entries(personalTables).flatMap(([part, table]) =>
    'where' in table && (onDeletion === undefined || table.onDeletion === onDeletion) ? [part] : [],
  );
}
