import type { Actor, Justice, NewReport, NewSanction } from '@trellis/justice';
import type { Players } from '@trellis/players';
import { beforeEach, describe, expect, test } from 'vitest';
import { markOf, signIn } from '../endings.js';

const code = (wanted: string) => expect.objectContaining({ code: wanted });

function aReport(id: string, rest: Partial<NewReport> = {}): NewReport {
  return {
    ...{ id, by: 'ann', on: 'bob', category: 'abuse', text: 'Он ругался 👀' },
    ...{ gameId: null, tableId: null, lines: [], at: 1_000 },
    ...rest,
  };
}

function aSanction(id: string, rest: Partial<NewSanction> = {}): NewSanction {
  return {
    ...{ id, player: 'bob', kind: 'chat-pause', reason: 'Words', at: 2_000, until: 9_000 },
    ...{ origin: 'arbiter', by: 'dee' },
    ...rest,
  };
}

const arbiter = (at: number): Actor => ({ origin: 'arbiter', by: 'dee', at });
const operator = (at: number): Actor => ({ origin: 'operator', by: null, at });

/** What every `Justice` promises. `make` gives an empty one and the players of its club. */
export function justiceContract(
  name: string,
  make: () => Promise<{ justice: Justice; players: Players }>,
): void {
  describe(`justice: ${name}`, () => {
    let justice: Justice;
    let players: Players;
    beforeEach(async () => {
      ({ justice, players } = await make());
      for (const id of ['ann', 'bob', 'cyd', 'dee']) await signIn(players, id);
    });

    const acts = async (player?: string) =>
      (await justice.audit(Number.MAX_SAFE_INTEGER, player)).map(({ act }) => act);
    const banOf = async (id: string) => (await players.find(id))?.ban ?? null;

    test('a report is kept with what was said near it, and the same one again is the first', async () => {
      const lines = [
        { by: 'bob', at: 900, said: { text: 'You …' } },
        { by: 'ann', at: 950, said: { phrase: 'bye' } },
      ];
      const report = aReport('r1', { lines, gameId: 'g1', tableId: 't1' });
      const shown = await justice.report(report);
      expect(shown).toMatchObject({
        ...{ id: 'r1', by: { id: 'ann', name: 'Ann Lee' }, on: { id: 'bob', name: 'Bob Lee' } },
        ...{ category: 'abuse', text: 'Он ругался 👀', gameId: 'g1', tableId: 't1', at: 1_000 },
        lines: [
          { by: { name: 'Bob Lee' }, at: 900, said: { text: 'You …' } },
          { by: { name: 'Ann Lee' }, at: 950, said: { phrase: 'bye' } },
        ],
        decision: null,
      });
      expect(await justice.report({ ...report, text: 'other', at: 5_000 })).toEqual(shown);
      expect(await justice.findReport('r1')).toEqual(shown);
      expect(await justice.findReport('r2')).toBeUndefined();
      await expect(justice.report(aReport('r3', { on: 'nobody' }))).rejects.toThrow(
        code('no-such-player'),
      );
    });

    test('the queue is what nobody has decided, the oldest first', async () => {
      for (const [id, at, by] of [
        ['r2', 2_000, 'ann'],
        ['r1', 1_000, 'cyd'],
        ['r3', 3_000, 'ann'],
      ] as const)
        await justice.report(aReport(id, { at, by }));
      const ids = (reports: readonly { id: string }[]) => reports.map(({ id }) => id);
      expect(ids(await justice.openReports())).toEqual(['r1', 'r2', 'r3']);
      await justice.decide('r2', { by: 'dee', upheld: false, answer: 'Nothing wrong', at: 4_000 });
      expect(ids(await justice.openReports())).toEqual(['r1', 'r3']);
      expect(ids(await justice.reportsBy('ann', 0))).toEqual(['r3', 'r2']);
      expect(ids(await justice.reportsBy('ann', 2_001))).toEqual(['r3']);
      expect(ids(await justice.reportsOn('bob'))).toEqual(['r3', 'r2', 'r1']);
      expect((await justice.reportsOn('bob'))[1]?.decision).toEqual({
        ...{ upheld: false, answer: 'Nothing wrong', at: 4_000 },
        by: { id: 'dee', name: 'Dee Lee' },
      });
    });

    test('a decision comes with its sanction and both entries of the log, once, or not at all', async () => {
      await justice.report(aReport('r1'));
      const decision = { by: 'dee', upheld: true, answer: 'Thank you', at: 2_000 };
      const deciding = [1, 2, 3].map((n) =>
        justice.decide('r1', decision, aSanction(`s${n}`, { report: 'r1' })),
      );
      const settled = await Promise.allSettled(deciding);
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await justice.sanctionsOn('bob')).toHaveLength(1);
      expect((await acts()).sort()).toEqual(['report-decided', 'sanctioned']);
      expect(await acts('bob')).toHaveLength(2);
      expect(await acts('ann')).toEqual([]);
      await justice.report(aReport('r2', { on: 'cyd' }));
      await players.delete('cyd', 3_000, markOf);
      await expect(
        justice.decide('r2', decision, aSanction('s9', { player: 'cyd' })),
      ).rejects.toThrow(code('no-such-player'));
      expect((await justice.findReport('r2'))?.decision).toBeNull();
    });

    test('pauses hold until their end or until they are lifted', async () => {
      await justice.sanction(aSanction('s1'));
      await justice.sanction(aSanction('s2', { kind: 'rated-pause', until: 5_000 }));
      await justice.sanction(aSanction('s3', { kind: 'exclusion', until: 7_000 }));
      await justice.sanction(aSanction('s4', { player: 'cyd', origin: 'club', by: null }));
      const chat = { kind: 'chat-pause', reason: 'Words', until: 9_000 };
      const rated = { kind: 'rated-pause', reason: 'Words', until: 5_000 };
      const pauses = async (...asked: Parameters<Justice['pauses']>) =>
        Object.fromEntries(await justice.pauses(...asked));
      expect(await pauses(4_999)).toEqual({ bob: [rated, chat], cyd: [chat] });
      expect(await pauses(5_000, ['bob', 'ann'])).toEqual({ bob: [chat] });
      expect(await justice.lift('s1', arbiter(6_000), 'A mistake')).toMatchObject({
        liftedAt: 6_000,
      });
      expect(await pauses(6_000, ['bob'])).toEqual({});
      await expect(justice.lift('s1', arbiter(6_001), 'x')).rejects.toThrow(code('not-in-force'));
      await expect(justice.lift('s2', arbiter(6_001), 'x')).rejects.toThrow(code('not-in-force'));
      await expect(justice.lift('s0', arbiter(6_001), 'x')).rejects.toThrow(code('not-found'));
    });

    test('the same sanction again changes nothing', async () => {
      const first = await justice.sanction(aSanction('s1'));
      expect(await justice.sanction(aSanction('s1', { until: 20_000 }))).toEqual(first);
      expect(await acts()).toEqual(['sanctioned']);
    });

    test('whoever is decided of is found by the processes that look', async () => {
      await justice.sanction(aSanction('s1'));
      expect((await players.decidedWithin(60_000)).map(({ id }) => id)).toEqual(['bob']);
    });

    test('an exclusion is a ban, the longest one counts, and lifting it shows the next', async () => {
      const kind = 'exclusion';
      await justice.sanction(aSanction('s1', { kind, until: 5_000, reason: 'short' }));
      await justice.sanction(aSanction('s2', { kind, until: 9_000, reason: 'long' }));
      await justice.sanction(aSanction('s3', { kind, until: 4_000, reason: 'shorter' }));
      expect(await banOf('bob')).toEqual({ reason: 'long', until: 9_000 });
      await justice.lift('s2', arbiter(3_000), 'x');
      expect(await banOf('bob')).toEqual({ reason: 'short', until: 5_000 });
      await justice.letIn('bob', operator(3_100), 'x');
      expect(await banOf('bob')).toBeNull();
      expect((await acts()).filter((act) => act === 'sanction-lifted')).toHaveLength(3);
    });

    test('a ban without an exclusion stays when something else is decided', async () => {
      const ban = { reason: 'Older', until: 9_000 };
      await players.setBan('bob', ban);
      await justice.sanction(aSanction('s1'));
      await justice.lift('s1', arbiter(3_000), 'x');
      expect(await banOf('bob')).toEqual(ban);
    });

    test('a ban without an exclusion is not shortened by one that ends before it', async () => {
      const ban = { reason: 'Older', until: 9_000 };
      await players.setBan('bob', ban);
      await justice.sanction(aSanction('s1', { kind: 'exclusion', until: 5_000 }));
      expect(await banOf('bob')).toEqual(ban);
      await justice.lift('s1', arbiter(3_000), 'x');
      expect(await banOf('bob')).toEqual(ban);
    });

    test('lets in whom the operator banned, and whom a sanction excluded', async () => {
      await players.setBan('bob', { reason: 'Older', until: 9_000 });
      await justice.sanction(aSanction('s1', { kind: 'exclusion', until: 5_000 }));
      await justice.letIn('bob', operator(3_000), 'Enough');
      expect(await banOf('bob')).toBeNull();
    });

    test('lets in whom the operator banned, and nothing else', async () => {
      await players.setBan('bob', { reason: 'Older', until: 9_000 });
      await justice.letIn('bob', operator(3_000), 'Enough');
      expect(await banOf('bob')).toBeNull();
      expect(await acts('bob')).toEqual(['sanction-lifted']);
    });

    test('one appeal, by the one whom it concerns, answered once', async () => {
      await justice.sanction(aSanction('s1', { kind: 'exclusion' }));
      await expect(justice.appeal('s1', 'ann', 'x', 3_000)).rejects.toThrow(code('not-yours'));
      await expect(justice.appeal('s0', 'bob', 'x', 3_000)).rejects.toThrow(code('not-found'));
      await expect(justice.answerAppeal('s1', arbiter(3_000), 'x', true)).rejects.toThrow(
        code('already-decided'),
      );
      const appeal = { text: 'I did not', at: 3_000, answer: null };
      expect(await justice.appeal('s1', 'bob', 'I did not', 3_000)).toMatchObject({ appeal });
      await expect(justice.appeal('s1', 'bob', 'x', 3_001)).rejects.toThrow(
        code('already-appealed'),
      );
      expect((await justice.openAppeals()).map(({ id }) => id)).toEqual(['s1']);
      const answered = await justice.answerAppeal('s1', arbiter(4_000), 'You are right', true);
      expect(answered).toMatchObject({
        liftedAt: 4_000,
        appeal: { answer: { text: 'You are right', at: 4_000, lifted: true, by: { id: 'dee' } } },
      });
      expect(await justice.openAppeals()).toEqual([]);
      expect(await banOf('bob')).toBeNull();
      expect(await acts('bob')).toEqual(['sanction-lifted', 'appeal-answered', 'sanctioned']);
      await expect(justice.answerAppeal('s1', arbiter(5_000), 'x', false)).rejects.toThrow(
        code('already-decided'),
      );
    });

    test('an appeal that is turned down leaves everything as it is', async () => {
      await justice.sanction(aSanction('s1'));
      await justice.appeal('s1', 'bob', 'x', 3_000);
      expect(await justice.answerAppeal('s1', arbiter(4_000), 'No', false)).toMatchObject({
        ...{ liftedAt: null, appeal: { answer: { lifted: false } } },
      });
      expect((await justice.pauses(5_000)).get('bob')).toHaveLength(1);
    });

    test('arbiters are granted and revoked, and a deleted account is none', async () => {
      expect(await justice.setArbiter('dee', true, operator(1_000), 'Elected')).toBe(true);
      expect(await justice.setArbiter('dee', true, operator(1_001), 'Elected')).toBe(false);
      await justice.setArbiter('ann', true, operator(1_002), 'Elected');
      expect((await justice.arbiters()).map(({ id }) => id)).toEqual(['ann', 'dee']);
      expect((await players.find('dee'))?.arbiter).toBe(true);
      await justice.setArbiter('dee', false, operator(1_003), 'Thanks');
      await players.delete('ann', 2_000, markOf);
      expect(await justice.arbiters()).toEqual([]);
      expect(await acts('dee')).toEqual(['arbiter-revoked', 'arbiter-granted']);
      await expect(justice.setArbiter('nobody', true, operator(1), 'x')).rejects.toThrow(
        code('no-such-player'),
      );
    });

    test('the log tells who did what to whom, why and until when, newest first', async () => {
      await justice.sanction(aSanction('s1', { gameId: 'g1' }));
      await justice.lift('s1', operator(3_000), 'A mistake');
      const [lifted, sanctioned] = await justice.audit(Number.MAX_SAFE_INTEGER);
      expect(sanctioned).toMatchObject({
        ...{ at: 2_000, origin: 'arbiter', by: { id: 'dee' }, act: 'sanctioned', gameId: 'g1' },
        ...{ player: { id: 'bob' }, about: 's1', reason: 'Words' },
        sanction: { kind: 'chat-pause', until: 9_000 },
      });
      expect(lifted).toMatchObject({ origin: 'operator', by: null, reason: 'A mistake' });
      expect(await justice.audit(lifted!.seq)).toEqual([sanctioned]);
    });
  });
}
