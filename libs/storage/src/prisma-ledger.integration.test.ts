import { expect, test } from 'vitest';
import { PrismaLedger } from './prisma-ledger.js';
import { embeddedClient } from './testing/embedded-client.js';

const client = embeddedClient();

test('doubles come back bit for bit, and a spoilt ledger is found and put right', async () => {
  const { prisma } = client();
  const at = new Date(1_000);
  for (const id of ['ann', 'bob', 'carol']) {
    await prisma.player.create({
      data: {
        ...{ id, issuer: 'test', subject: id, firstName: id, lastName: 'Lee' },
        ...{ memberSince: at, lastSeen: at, sessionsSince: at },
      },
    });
  }
  const pairs = [
    ['ann', 'bob'],
    ['bob', 'carol'],
    ['carol', 'ann'],
  ];
  for (const [index, pair] of pairs.entries()) {
    await prisma.game.create({
      data: {
        ...{ id: `g${index}`, game: 'chess', startedAt: at, finishedAt: at, conventions: {} },
        ...{ rated: true, reason: 'played', fine: 0, moves: 1, rulesVersion: 1, steps: [] },
        seats: {
          create: pair.map((playerId, seat) => ({ seat, playerId, place: seat + 1, score: 0 })),
        },
      },
    });
  }
  const ledger = new PrismaLedger(prisma);

  expect((await ledger.check()).differences).toHaveLength(6 + 3);
  expect((await ledger.rebuild()).differences).toHaveLength(6 + 3);
  expect(await ledger.check()).toEqual({ games: 3, differences: [] });

  await prisma.rating.updateMany({ where: { playerId: 'ann' }, data: { mu: { increment: 1e-9 } } });
  const { differences } = await ledger.check();
  expect(differences).toMatchObject([{ gameId: null, player: 'ann' }]);
  await ledger.rebuild();
  expect(await ledger.check()).toEqual({ games: 3, differences: [] });
});
