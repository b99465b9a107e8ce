import { linesKept, type ChatLine, type ChatLines } from '@trellis/chat';
import type { Players } from '@trellis/players';
import { beforeEach, describe, expect, test } from 'vitest';
import { signIn } from '../endings.js';

function aLine(seq: number, player = 'ann', rest: Partial<ChatLine> = {}): ChatLine {
  const name = `${player[0]?.toUpperCase()}${player.slice(1)} Lee`;
  return {
    seq,
    id: `line-${seq}`,
    at: 1_000 + seq,
    player: { id: player, name },
    said: { text: `${seq}` },
    ...rest,
  };
}

/** What every `ChatLines` promises. `make` gives an empty one and the players of its club. */
export function chatLinesContract(
  name: string,
  make: () => Promise<{ chatLines: ChatLines; players: Players }>,
): void {
  describe(`lines of chat: ${name}`, () => {
    let chatLines: ChatLines;
    let players: Players;
    beforeEach(async () => {
      ({ chatLines, players } = await make());
      await signIn(players, 'ann');
      await signIn(players, 'bob');
    });

    test('reads back texts and phrases, oldest first', async () => {
      const lines = [
        aLine(1, 'ann', { said: { text: 'Привет 👋 <b>&"\\' } }),
        aLine(2, 'bob', { said: { phrase: 'hello' } }),
      ];
      for (const line of lines) await chatLines.add('hall:a', line);
      expect(await chatLines.last('hall:a')).toEqual(lines);
      expect(await chatLines.last('hall:b')).toEqual([]);
    });

    test('a number or a sender’s id that is taken is refused', async () => {
      await chatLines.add('hall:a', aLine(1));
      await expect(chatLines.add('hall:a', aLine(1, 'bob', { id: 'x' }))).rejects.toThrow();
      await expect(chatLines.add('hall:a', aLine(2, 'ann', { id: 'line-1' }))).rejects.toThrow();
      await chatLines.add('hall:a', aLine(2, 'bob', { id: 'line-1' }));
      await chatLines.add('hall:b', aLine(1));
      expect(await chatLines.last('hall:a')).toHaveLength(2);
    });

    test('what storage cannot hold is refused', async () => {
      await expect(
        chatLines.add('hall:a', aLine(1, 'ann', { said: { text: 'a\0b' } })),
      ).rejects.toThrow();
      expect(await chatLines.last('hall:a')).toEqual([]);
    });

    test('keeps the last lines of a room', async () => {
      for (let seq = 1; seq <= linesKept + 60; seq++) await chatLines.add('hall:a', aLine(seq));
      const lines = await chatLines.last('hall:a');
      expect(lines).toHaveLength(linesKept);
      expect(lines[0]?.seq).toBe(61);
      expect((await chatLines.lastOfAll('hall:')).get('hall:a')).toEqual(lines);
    });

    test('finds the rooms that begin with a prefix, letter by letter', async () => {
      for (const room of ['hall:a', 'hall:b_c', 'table:1', 'hallway']) {
        await chatLines.add(room, aLine(1));
      }
      expect([...(await chatLines.lastOfAll('hall:')).keys()].sort()).toEqual([
        'hall:a',
        'hall:b_c',
      ]);
      expect([...(await chatLines.lastOfAll('hall:b_')).keys()]).toEqual(['hall:b_c']);
      expect([...(await chatLines.lastOfAll('_all')).keys()]).toEqual([]);
    });

    test('says the name that the player shows now', async () => {
      await chatLines.add('hall:a', aLine(1));
      await players.setHidesLastName('ann', true);
      expect((await chatLines.last('hall:a'))[0]?.player.name).toBe('Ann L.');
    });

    test('forgets a room', async () => {
      await chatLines.add('table:1', aLine(1));
      await chatLines.forget('table:1');
      expect(await chatLines.last('table:1')).toEqual([]);
      await chatLines.add('table:1', aLine(1));
    });
  });
}
