import type { PlayerId } from '@trellis/facade';
import { Players, type AccountMark, type Ban, type Identity, type Player } from '@trellis/players';
import { deleteAccount } from './delete-account.js';
import type { PrismaClient } from './generated/prisma/client.js';
import { isUniqueViolation } from './sql-state.js';
import { playerFrom } from './stored-player.js';

export class PrismaPlayers extends Players {
  constructor(private readonly prisma: PrismaClient) {
    super();
  }

  async signIn(identity: Identity, id: PlayerId, now: number): Promise<Player> {
    const { issuer, subject, firstName, lastName } = identity;
    const at = new Date(now);
    const signIn = () =>
      this.prisma.player.upsert({
        where: { issuer_subject: { issuer, subject } },
        create: {
          id,
          issuer,
          subject,
          firstName,
          lastName,
          memberSince: at,
          lastSeen: at,
          sessionsSince: new Date(0),
        },
        update: { firstName, lastName, lastSeen: at },
      });
    try {
      return playerFrom(await signIn());
    } catch (error) {
      // The same person came in by two doors at once; by now one of them has made the player.
      if (!isUniqueViolation(error)) throw error;
      return playerFrom(await signIn());
    }
  }

  async find(id: PlayerId): Promise<Player | undefined> {
    const row = await this.prisma.player.findUnique({ where: { id } });
    return row ? playerFrom(row) : undefined;
  }

  async findAccount(issuer: string, subject: string): Promise<Player | undefined> {
    const where = { issuer_subject: { issuer, subject } };
    const row = await this.prisma.player.findUnique({ where });
    return row ? playerFrom(row) : undefined;
  }

  async findMany(ids: readonly PlayerId[]): Promise<readonly Player[]> {
    const rows = await this.prisma.player.findMany({ where: { id: { in: [...ids] } } });
    return rows.map(playerFrom);
  }

  async setHidesLastName(id: PlayerId, hidesLastName: boolean): Promise<Player> {
    return playerFrom(await this.prisma.player.update({ where: { id }, data: { hidesLastName } }));
  }

  async setHidesPresence(id: PlayerId, hidesPresence: boolean): Promise<Player> {
    return playerFrom(await this.prisma.player.update({ where: { id }, data: { hidesPresence } }));
  }

  async hidingPresence(): Promise<readonly PlayerId[]> {
    const rows = await this.prisma.player.findMany({
      where: { hidesPresence: true },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }

  async seen(id: PlayerId, now: number): Promise<void> {
    const at = new Date(now);
    await this.prisma.player.updateMany({
      where: { id, lastSeen: { lt: at } },
      data: { lastSeen: at },
    });
  }

  async endSessions(id: PlayerId, now: number): Promise<void> {
    const at = new Date(now);
    await this.prisma.player.updateMany({
      where: { id, sessionsSince: { lt: at } },
      data: { sessionsSince: at },
    });
  }

  async endSession(sessionId: string, until: number): Promise<void> {
    const data = { until: new Date(until) };
    await this.prisma.endedSession.upsert({
      where: { id: sessionId },
      create: { id: sessionId, ...data },
      update: data,
    });
  }

  async endedSessions(now: number): Promise<readonly string[]> {
    const at = new Date(now);
    await this.prisma.endedSession.deleteMany({ where: { until: { lte: at } } });
    const rows = await this.prisma.endedSession.findMany({ select: { id: true } });
    return rows.map(({ id }) => id);
  }

  async sessionsEndedSince(since: number) {
    const rows = await this.prisma.player.findMany({
      where: { sessionsSince: { gte: new Date(since) } },
      select: { id: true, sessionsSince: true },
    });
    return rows.map(({ id, sessionsSince }) => ({ id, sessionsSince: sessionsSince.getTime() }));
  }

  async setBan(id: PlayerId, ban: Ban | null): Promise<Player> {
    const until = ban && new Date(ban.until);
    const changed = await this.prisma.$executeRaw`
      UPDATE player SET ban_until = ${until}, ban_reason = ${ban?.reason ?? null}, decided_at = now()
        WHERE id = ${id} AND deleted_at IS NULL`;
    if (changed === 0) throw new Error(`The club knows no player ${id}.`);
    return playerFrom(await this.prisma.player.findUniqueOrThrow({ where: { id } }));
  }

  async banned(now: number): Promise<readonly Player[]> {
    const rows = await this.prisma.player.findMany({ where: { banUntil: { gt: new Date(now) } } });
    return rows.map(playerFrom);
  }

  async delete(id: PlayerId, now: number, markOf: AccountMark): Promise<readonly Player[]> {
    return (await deleteAccount(this.prisma, id, new Date(now), markOf)).map(playerFrom);
  }

  async takeOverBan(id: PlayerId, mark: string, now: number): Promise<Player | undefined> {
    const at = new Date(now);
    // In one statement, so that the ban is never lost between the two.
    const changed = await this.prisma.$executeRaw`
      WITH taken AS (DELETE FROM lasting_ban WHERE mark = ${mark} AND until > ${at} RETURNING until, reason)
      UPDATE player SET ban_until = taken.until, ban_reason = taken.reason, decided_at = now()
        FROM taken WHERE id = ${id} AND coalesce(ban_until < taken.until, true)`;
    return changed === 0 ? undefined : this.find(id);
  }

  async decidedWithin(ms: number): Promise<readonly Player[]> {
    const ids = await this.prisma.$queryRaw<{ id: string }[]>`
      SELECT id FROM player WHERE decided_at > now() - ${ms} * interval '1 millisecond'`;
    return ids.length === 0 ? [] : this.findMany(ids.map(({ id }) => id));
  }
}
