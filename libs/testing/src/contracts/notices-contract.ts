import { devicesMost, usualWishes, type Device, type NoticeStore } from '@trellis/notices';
import type { Players } from '@trellis/players';
import { beforeEach, describe, expect, test } from 'vitest';
import { signIn } from '../endings.js';

export function aDevice(id: string, more: Partial<Device> = {}): Device {
  return {
    ...{ id, endpoint: `https://push.example/${id}`, keys: { p256dh: `p-${id}`, auth: `a-${id}` } },
    ...{ language: 'en', session: { id: `session-${id}`, since: 1_000, until: 9_000 }, at: 1_000 },
    ...more,
  };
}

/** What every `NoticeStore` promises. `make` gives an empty one and the players of its club. */
export function noticesContract(
  name: string,
  make: () => Promise<{ notices: NoticeStore; players: Players }>,
): void {
  describe(`notices: ${name}`, () => {
    let notices: NoticeStore;
    let players: Players;
    beforeEach(async () => {
      ({ notices, players } = await make());
      for (const id of ['ann', 'bob']) await signIn(players, id);
    });
    const idsOf = async (player: string) => (await notices.devices(player)).map(({ id }) => id);

    test('wishes are each player’s own, and the last ones count', async () => {
      expect(await notices.wishes('ann')).toBeUndefined();
      const quiet = { from: 22 * 60, to: 0 };
      const matrix = { ...usualWishes.matrix, letter: ['push'], reply: [] } as const;
      await notices.saveWishes('ann', usualWishes);
      await notices.saveWishes('ann', { matrix, quiet, timeZone: 'Europe/Madrid' });
      expect(await notices.wishes('ann')).toEqual({ matrix, quiet, timeZone: 'Europe/Madrid' });
      expect(await notices.wishes('bob')).toBeUndefined();
      await notices.saveWishes('ann', usualWishes);
      expect(await notices.wishes('ann')).toEqual(usualWishes);
    });

    test('devices come back as they were given, the newest first', async () => {
      await notices.keepDevice('ann', aDevice('one'));
      await notices.keepDevice('ann', aDevice('two', { at: 2_000, language: 'ru' }));
      expect(await notices.devices('ann')).toEqual([
        aDevice('two', { at: 2_000, language: 'ru' }),
        aDevice('one'),
      ]);
      expect(await notices.devices('bob')).toEqual([]);
    });

    test('a device belongs to who gave it last', async () => {
      await notices.keepDevice('ann', aDevice('one'));
      const anew = aDevice('one', { session: { id: 'another', since: 2_000, until: 9_500 } });
      await notices.keepDevice('bob', anew);
      expect(await notices.devices('ann')).toEqual([]);
      expect(await notices.devices('bob')).toEqual([anew]);
    });

    test('the oldest of too many makes room', async () => {
      const ids = Array.from({ length: devicesMost + 1 }, (_, number) => `device-${number}`);
      for (const [number, id] of ids.entries())
        await notices.keepDevice('ann', aDevice(id, { at: 1_000 + number }));
      expect(await idsOf('ann')).toEqual(ids.slice(1).reverse());
    });

    test('devices go one by one, and of a player only his own', async () => {
      await notices.keepDevice('ann', aDevice('one'));
      await notices.keepDevice('ann', aDevice('two', { at: 2_000 }));
      await notices.dropDevice('one', 'bob');
      expect(await idsOf('ann')).toEqual(['two', 'one']);
      await notices.dropDevice('one', 'ann');
      await notices.dropDevice('two');
      expect(await idsOf('ann')).toEqual([]);
    });

    test('devices go with their session, and with all sessions before a moment', async () => {
      const later = { session: { id: 'later', since: 5_000, until: 9_000 } };
      await notices.keepDevice('ann', aDevice('one'));
      await notices.keepDevice('ann', aDevice('two'));
      await notices.keepDevice('ann', aDevice('three', later));
      await notices.keepDevice('bob', aDevice('four'));
      await notices.dropDevicesOf({ sessionId: 'session-one' });
      expect(await idsOf('ann')).toEqual(['three', 'two']);
      await notices.dropDevicesOf({ player: 'ann', before: 5_000 });
      expect(await idsOf('ann')).toEqual(['three']);
      expect(await idsOf('bob')).toEqual(['four']);
    });
  });
}
