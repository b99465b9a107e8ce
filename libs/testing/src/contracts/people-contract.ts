import {
  bondsMost,
  lettersAtOnce,
  type Letter,
  type LetterSaid,
  type People,
} from '@trellis/people';
import type { Players } from '@trellis/players';
import { beforeEach, describe, expect, test } from 'vitest';
import { signIn } from '../endings.js';

function aLetter(
  at: number,
  from: string,
  to: string,
  said: LetterSaid = { text: `${at}` },
): Letter {
  return { id: `letter-${at}`, from, to, at, said };
}

/** What every `People` promises. `make` gives an empty one and the players of its club. */
export function peopleContract(
  name: string,
  make: () => Promise<{ people: People; players: Players }>,
): void {
  describe(`people: ${name}`, () => {
    let people: People;
    let players: Players;
    beforeEach(async () => {
      ({ people, players } = await make());
      for (const id of ['ann', 'bob', 'cyd']) await signIn(players, id);
    });

    test('one bond to each, the newest first', async () => {
      await people.bind('ann', 'bob', 'friend', 1_000);
      await people.bind('ann', 'cyd', 'friend', 2_000);
      await people.bind('ann', 'bob', 'blocked', 3_000);
      expect(await people.acquaintances('ann')).toEqual([
        { player: { id: 'bob', name: 'Bob Lee' }, bond: 'blocked' },
        { player: { id: 'cyd', name: 'Cyd Lee' }, bond: 'friend' },
      ]);
      expect(await people.acquaintances('bob')).toEqual([]);
      expect(await people.blocks()).toEqual([{ player: 'ann', other: 'bob' }]);
      await people.bind('ann', 'bob', null, 4_000);
      await people.bind('ann', 'bob', null, 4_000);
      expect(await people.blocks()).toEqual([]);
    });

    test('refuses bonds and letters to nobody', async () => {
      await expect(people.bind('ann', 'nobody', 'friend', 1_000)).rejects.toThrow(/no such player/);
      await expect(people.send(aLetter(1_000, 'ann', 'nobody'))).rejects.toThrow(/no such player/);
      expect(await people.correspondences('ann')).toEqual([]);
    });

    test('bonds have an end', async () => {
      for (let index = 0; index < bondsMost; index++) {
        await signIn(players, `p${index}`);
        await people.bind('ann', `p${index}`, 'friend', index);
      }
      await expect(people.bind('ann', 'bob', 'friend', 1_000)).rejects.toThrow(/At most/);
      await people.bind('ann', 'p0', 'blocked', 1_000);
    });

    test('letters of words, of a phrase, and invitations', async () => {
      const invitation = { tableId: 't', game: 'preferans', number: null };
      const letters = [
        aLetter(1_000, 'ann', 'bob', { text: 'Привет 👋 <b>' }),
        aLetter(2_000, 'bob', 'ann', { phrase: 'hello' }),
        aLetter(3_000, 'ann', 'bob', { invitation }),
      ];
      for (const letter of letters) expect(await people.send(letter)).toEqual(letter);
      await people.send(aLetter(4_000, 'ann', 'cyd'));
      expect(await people.letters('ann', 'bob', 9_000)).toEqual(letters);
      expect(await people.letters('bob', 'ann', 3_000)).toEqual(letters.slice(0, 2));
      expect(await people.letters('bob', 'cyd', 9_000)).toEqual([]);
    });

    test('a lost answer: the same letter again is the first one', async () => {
      const first = aLetter(1_000, 'ann', 'bob');
      await people.send(first);
      expect(await people.send({ ...first, at: 5_000, said: { text: 'other' } })).toEqual(first);
      expect(await people.letters('ann', 'bob', 9_000)).toEqual([first]);
    });

    test('what has not been read is counted, with each and in all', async () => {
      for (const at of [1_000, 2_000, 3_000]) await people.send(aLetter(at, 'ann', 'bob'));
      await people.send(aLetter(4_000, 'cyd', 'bob'));
      await people.send(aLetter(5_000, 'bob', 'ann'));
      const shown = async () =>
        (await people.correspondences('bob')).map(({ with: { id }, last, unread }) => [
          id,
          last.at,
          unread,
        ]);
      expect(await shown()).toEqual([
        ['ann', 5_000, 3],
        ['cyd', 4_000, 1],
      ]);
      expect(await people.unread('bob')).toBe(4);
      await people.read('bob', 'ann', 2_000);
      expect(await people.unread('bob')).toBe(2);
      await people.read('bob', 'ann', 9_000);
      expect(await shown()).toEqual([
        ['ann', 5_000, 0],
        ['cyd', 4_000, 1],
      ]);
      expect(await people.unread('ann')).toBe(1);
    });

    test('a long correspondence is read piece by piece', async () => {
      const total = lettersAtOnce + 20;
      for (let at = 1; at <= total; at++) await people.send(aLetter(at, 'ann', 'bob'));
      const last = await people.letters('ann', 'bob', 9_999);
      expect(last.map(({ at }) => at)).toEqual(
        Array.from({ length: lettersAtOnce }, (_, index) => index + 21),
      );
      expect(await people.letters('ann', 'bob', last[0]!.at)).toHaveLength(20);
    });
  });
}
