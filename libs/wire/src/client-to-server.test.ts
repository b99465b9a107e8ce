import { describe, expect, test } from 'vitest';
import { clientToServer } from './client-to-server.js';

const good: Record<keyof typeof clientToServer, object> = {
  'hall:enter': { game: 'tic-tac-toe' },
  'hall:leave': {},
  'hall:play-now': { game: 'tic-tac-toe' },
  'hall:find': { game: 'tic-tac-toe', number: 7 },
  'table:set': { game: 'tic-tac-toe', number: 3, private: false },
  'table:conventions': { tableId: 't', preset: 'quick', conventions: { rated: true } },
  'table:cancel': { tableId: 't' },
  'table:look': { tableId: 't' },
  'table:unlook': { tableId: 't' },
  'table:automatic': { tableId: 't', on: true },
  'table:past': { tableId: 't', from: 3 },
  'table:play-here': { tableId: 't', since: 5 },
  'table:sit': { tableId: 't', seat: 1 },
  'table:stand': { tableId: 't' },
  'table:seat-computer': { tableId: 't', seat: 1, level: 'easy' },
  'table:clear-seat': { tableId: 't', seat: 1 },
  'table:contribute': { tableId: 't', gameId: 'g', contribution: 'ab'.repeat(32) },
  'table:fairness': { tableId: 't' },
  'table:act': { tableId: 't', after: 5, action: { cell: 4 } },
  'table:leave': { tableId: 't' },
  'table:rematch': { tableId: 't' },
  'table:return': { tableId: 't' },
  'chat:say': { room: 'table:t', id: 'abcdefgh', said: { text: 'Hello' } },
  'chat:listen': { room: 'hall:tic-tac-toe', since: 0 },
  'chat:unlisten': { room: 'watchers:t' },
  'notice:seen': { id: 'a-notice' },
};

describe.each(Object.entries(good))('%s', (event, payload) => {
  const schema = clientToServer[event as keyof typeof clientToServer];

  test('takes what it says', () => {
    expect(schema.safeParse(payload).success).toBe(true);
  });

  test('refuses fields it does not know, a sender above all', () => {
    for (const more of [{ player: 'eve' }, { userId: 'eve' }, { role: 'arbiter' }]) {
      expect(schema.safeParse({ ...payload, ...more }).success).toBe(false);
    }
  });

  test('refuses each field when it is of another kind', () => {
    for (const field of Object.keys(payload).filter((each) => each !== 'action')) {
      for (const value of [null, [], () => 1, { not: 'a' }, NaN, -1, 1.5]) {
        expect(
          schema.safeParse({ ...payload, [field]: value }).success,
          `${field} ${String(value)}`,
        ).toBe(
          field === 'conventions' &&
            typeof value === 'object' &&
            value !== null &&
            !Array.isArray(value),
        );
      }
    }
  });
});

test.each(['', 'table', 'lobby:x', 'hall:', 'hall:a b', 'table:../x', `table:${'x'.repeat(65)}`])(
  'no room is called "%s"',
  (room) => {
    expect(clientToServer['chat:listen'].safeParse({ room, since: 0 }).success).toBe(false);
  },
);
