import type { PlayerId } from '@trellis/facade';
import {
  NoticeStore,
  devicesMost,
  wholeMatrix,
  type Device,
  type EndedSessions,
  type NoticeMatrix,
  type NoticeWishes,
} from '@trellis/notices';
import type { PrismaClient, PushDevice } from './generated/prisma/client.js';

export class PrismaNotices extends NoticeStore {
  constructor(private readonly prisma: PrismaClient) {
    super();
  }

  async wishes(playerId: PlayerId): Promise<NoticeWishes | undefined> {
    const row = await this.prisma.noticeWishes.findUnique({ where: { playerId } });
    if (!row) return undefined;
    const { matrix, quietFrom, quietTo, timeZone } = row;
    const quiet = quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo };
    return { matrix: wholeMatrix(matrix as Partial<NoticeMatrix>), quiet, timeZone };
  }

  async saveWishes(playerId: PlayerId, { matrix, quiet, timeZone }: NoticeWishes): Promise<void> {
    const data = {
      matrix: Object.fromEntries(Object.entries(matrix).map(([kind, by]) => [kind, [...by]])),
      ...{ quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null, timeZone },
    };
    await this.prisma.noticeWishes.upsert({
      where: { playerId },
      create: { playerId, ...data },
      update: data,
    });
  }

  async devices(playerId: PlayerId): Promise<readonly Device[]> {
    const rows = await this.prisma.pushDevice.findMany({
      where: { playerId },
      orderBy: newestFirst,
      take: devicesMost,
    });
    return rows.map(deviceFrom);
  }

  async keepDevice(playerId: PlayerId, device: Device): Promise<void> {
    const { id, endpoint, keys, language, session, at } = device;
    const data = {
      ...{ playerId, endpoint, ...keys, language, at: new Date(at), sessionId: session.id },
      ...{ sessionSince: new Date(session.since), sessionUntil: new Date(session.until) },
    };
    await this.prisma.pushDevice.upsert({
      where: { id },
      create: { id, ...data },
      update: data,
    });
    const tooMany = await this.prisma.pushDevice.findMany({
      where: { playerId },
      orderBy: newestFirst,
      skip: devicesMost,
      select: { id: true },
    });
    if (tooMany.length > 0)
      await this.prisma.pushDevice.deleteMany({
        where: { id: { in: tooMany.map((each) => each.id) } },
      });
  }

  async dropDevice(id: string, playerId?: PlayerId): Promise<void> {
    await this.prisma.pushDevice.deleteMany({ where: { id, ...(playerId && { playerId }) } });
  }

  async dropDevicesOf(ended: EndedSessions): Promise<void> {
    await this.prisma.pushDevice.deleteMany({
      where:
        'sessionId' in ended
          ? { sessionId: ended.sessionId }
          : { playerId: ended.player, sessionSince: { lt: new Date(ended.before) } },
    });
  }
}

const newestFirst = [{ at: 'desc' }, { id: 'asc' }] as const satisfies object[];

function deviceFrom(row: PushDevice): Device {
  const { id, endpoint, p256dh, auth, language, sessionId, at } = row;
  const since = row.sessionSince.getTime();
  const until = row.sessionUntil.getTime();
  return {
    ...{ id, endpoint, keys: { p256dh, auth }, language, at: at.getTime() },
    session: { id: sessionId, since, until },
  };
}
