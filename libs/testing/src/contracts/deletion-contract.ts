import { usualWishes } from '@trellis/notices';
import type { Storage } from '@trellis/storage';
import { expect, test } from 'vitest';
import { anEnding, anEntry, markOf, signIn } from '../endings.js';
import { aDevice } from './notices-contract.js';

const letter = (id: string, from: string, to: string) => ({
  ...{ id, from, to, at: 1_000, said: { text: 'Between us' } as const },
});

/** What becomes of everything else when an account is deleted. `make` gives an empty club. */
export function deletionContract(name: string, make: () => Promise<Storage>): void {
  test(`deletion: ${name}: what was his alone goes, what others share stays under a neutral name`, async () => {
    const {
      players,
      people,
      forum,
      tokens,
      chatLines,
      journal,
      results,
      clubStore,
      ledger,
      ...more
    } = await make();
    const { justice, aftermath, notices } = more;
    for (const id of ['ann', 'bob', 'cat']) await signIn(players, id);
    const card = (id: string) => ({ id, name: id });
    const ending = anEnding('g1', ['ann', 'bob']);
    await journal.append(ending.tableId, [anEntry(1)]);
    await results.finish(ending);
    await people.bind('ann', 'bob', 'blocked', 1);
    await people.bind('bob', 'ann', 'friend', 2);
    await people.bind('bob', 'cat', 'friend', 3);
    await people.send(letter('l1', 'ann', 'bob'));
    await people.send(letter('l2', 'bob', 'ann'));
    await people.send(letter('l3', 'bob', 'cat'));
    await notices.saveWishes('ann', usualWishes);
    await notices.keepDevice('ann', aDevice('one'));
    await notices.keepDevice('bob', aDevice('two'));
    const draft = { id: 'd1', place: 'blog', section: 'club', title: 'Mine', markdown: 'Secret' };
    await forum.saveDraft('ann', { ...draft, place: 'blog', savedAt: 1 });
    await tokens.add({
      ...{ id: 't1', hash: 'h1', owner: 'ann', program: 'ann', name: 'Robot', scopes: ['read'] },
      ...{ createdAt: 1, expiresAt: 9_000, lastUsed: null },
    });
    for (const [seq, id] of ['ann', 'bob'].entries())
      await chatLines.add('hall:x', {
        ...{
          seq: seq + 1,
          id: `line-${seq}`,
          at: 1,
          player: card(id),
          said: { text: `I am ${id}` },
        },
      });

    const words = { at: 1, said: { text: 'Bad words' } };
    await justice.report({
      ...{ id: 'r1', by: 'ann', on: 'bob', category: 'abuse', text: 'I, Ann' },
      ...{ gameId: null, tableId: null, at: 1 },
      lines: [
        { by: 'ann', ...words },
        { by: 'bob', ...words },
      ],
    });
    for (const [id, player] of [
      ['s1', 'ann'],
      ['s2', 'bob'],
    ] as const)
      await justice.sanction({
        ...{ id, player, kind: 'chat-pause', reason: 'x', at: 1, until: 9_000 },
        ...{ origin: 'club', by: null },
      });
    const mark = { gameId: 'g1', mark: 'positive', tags: [], at: 1 } as const;
    await aftermath.giveFeedback({ ...mark, from: 'ann', to: 'bob' });
    await aftermath.giveFeedback({ ...mark, from: 'bob', to: 'ann' });

    await players.delete('ann', 5_000, markOf);

    expect(await people.blocks()).toEqual([]);
    expect((await people.acquaintances('bob')).map(({ player }) => player.id)).toEqual(['cat']);
    expect((await people.correspondences('bob')).map((each) => each.with.id)).toEqual(['cat']);
    expect(await forum.drafts('ann')).toEqual([]);
    expect(await notices.wishes('ann')).toBeUndefined();
    expect(await notices.devices('ann')).toEqual([]);
    expect(await notices.devices('bob')).toHaveLength(1);
    expect(await tokens.living(0)).toEqual([]);
    expect(await justice.findReport('r1')).toMatchObject({
      ...{ text: '…', by: { former: true } },
      lines: [{ by: { former: true }, said: { text: '…' } }, { said: { text: 'Bad words' } }],
    });
    expect(await justice.sanctionsOn('ann')).toEqual([]);
    expect(await justice.sanctionsOn('bob')).toHaveLength(1);
    expect((await aftermath.feedbackOn('ann')).marks.positive).toBe(0);
    expect((await aftermath.feedbackOn('bob')).marks.positive).toBe(1);
    // Nothing takes an entry out of the log; it knows him by his id alone.
    expect(await justice.audit(1e9, 'ann')).toMatchObject([{ player: { former: true } }]);
    const [first, second] = await chatLines.last('hall:x');
    expect(first).toMatchObject({ seq: 1, player: { former: true }, said: { text: '…' } });
    expect(second).toMatchObject({ seq: 2, said: { text: 'I am bob' } });
    const game = await clubStore.game('g1');
    expect(game?.seats.map(({ player }) => player?.name)).toEqual(['Former player', 'Bob Lee']);
    expect((await ledger.check()).differences).toEqual([]);
    expect((await clubStore.profile('ann'))?.player).toMatchObject({ former: true });
  });
}
