import type { PlayerId } from '@trellis/facade';
import {
  deletedIssuer,
  isBanned,
  Players,
  programIssuer,
  type AccountMark,
  type Ban,
  type Identity,
  type Player,
} from '@trellis/players';
import type { MemoryClub } from './memory-club.js';

export class MemoryPlayers extends Players {
  private readonly ended = new Map<string, number>();
  private readonly lastingBans = new Map<string, Ban>();

  constructor(private readonly club: MemoryClub) {
    super();
  }

  async signIn(identity: Identity, id: PlayerId, now: number): Promise<Player> {
    const { issuer, subject, firstName, lastName } = identity;
    const known = this.account(issuer, subject);
    const player: Player = known
      ? { ...known, firstName, lastName, lastSeen: now }
      : {
          id,
          issuer,
          subject,
          firstName,
          lastName,
          hidesLastName: false,
          hidesPresence: false,
          memberSince: now,
          lastSeen: now,
          sessionsSince: 0,
          ban: null,
          deletedAt: null,
          arbiter: false,
        };
    this.club.players.set(player.id, player);
    return player;
  }

  async find(id: PlayerId): Promise<Player | undefined> {
    return this.club.players.get(id);
  }

  async findAccount(issuer: string, subject: string): Promise<Player | undefined> {
    return this.account(issuer, subject);
  }

  async findMany(ids: readonly PlayerId[]): Promise<readonly Player[]> {
    return [...new Set(ids)].flatMap((id) => this.club.players.get(id) ?? []);
  }

  async setHidesLastName(id: PlayerId, hidesLastName: boolean): Promise<Player> {
    const player = this.change(id, () => ({ hidesLastName }));
    if (!player) throw new Error(`The club knows no player ${id}.`);
    return player;
  }

  async setHidesPresence(id: PlayerId, hidesPresence: boolean): Promise<Player> {
    const player = this.change(id, () => ({ hidesPresence }));
    if (!player) throw new Error(`The club knows no player ${id}.`);
    return player;
  }

  async hidingPresence(): Promise<readonly PlayerId[]> {
    const hiding = [...this.club.players.values()].filter(({ hidesPresence }) => hidesPresence);
    return hiding.map(({ id }) => id);
  }

  async seen(id: PlayerId, now: number): Promise<void> {
    this.change(id, ({ lastSeen }) => ({ lastSeen: Math.max(lastSeen, now) }));
  }

  async endSessions(id: PlayerId, now: number): Promise<void> {
    this.change(id, ({ sessionsSince }) => ({ sessionsSince: Math.max(sessionsSince, now) }));
  }

  async endSession(sessionId: string, until: number): Promise<void> {
    this.ended.set(sessionId, until);
  }

  async endedSessions(now: number): Promise<readonly string[]> {
    for (const [id, until] of this.ended) if (until <= now) this.ended.delete(id);
    return [...this.ended.keys()];
  }

  async sessionsEndedSince(since: number) {
    return [...this.club.players.values()]
      .filter(({ sessionsSince }) => sessionsSince >= since)
      .map(({ id, sessionsSince }) => ({ id, sessionsSince }));
  }

  async setBan(id: PlayerId, ban: Ban | null): Promise<Player> {
    if (this.club.players.get(id)?.deletedAt !== null)
      throw new Error(`The club knows no player ${id}.`);
    this.club.decided.set(id, Date.now());
    return this.change(id, () => ({ ban }))!;
  }

  async banned(now: number): Promise<readonly Player[]> {
    return [...this.club.players.values()].filter((player) => isBanned(player, now));
  }

  async delete(id: PlayerId, now: number, markOf: AccountMark): Promise<readonly Player[]> {
    if (!this.club.players.has(id)) throw new Error(`The club knows no player ${id}.`);
    const program = this.account(programIssuer, id);
    const ids = [id, ...(program ? [program.id] : [])];
    this.keepBan(id, now, markOf);
    this.club.forgetWhatWasHisAlone(ids);
    for (const each of ids) this.makeNeutral(each, now);
    return this.findMany(ids);
  }

  async takeOverBan(id: PlayerId, mark: string, now: number): Promise<Player | undefined> {
    const ban = this.lastingBans.get(mark);
    if (!ban || !isBanned({ ban }, now)) return undefined;
    this.lastingBans.delete(mark);
    if ((this.club.players.get(id)?.ban?.until ?? 0) >= ban.until) return undefined;
    return this.setBan(id, ban);
  }

  async decidedWithin(ms: number): Promise<readonly Player[]> {
    const since = Date.now() - ms;
    return this.findMany([...this.club.decided].flatMap(([id, at]) => (at > since ? [id] : [])));
  }

  private keepBan(id: PlayerId, now: number, markOf: AccountMark): void {
    const { ban, ...account } = this.club.players.get(id)!;
    if (ban && isBanned({ ban }, now)) this.lastingBans.set(markOf(account), ban);
  }

  private makeNeutral(id: PlayerId, at: number): void {
    this.change(id, (player) =>
      player.deletedAt !== null
        ? {}
        : {
            ...(player.issuer !== programIssuer && { issuer: deletedIssuer, subject: id }),
            ...{ firstName: '', lastName: '', hidesLastName: false, hidesPresence: false },
            arbiter: false,
            sessionsSince: Math.max(player.sessionsSince, at),
            ban: null,
            deletedAt: at,
          },
    );
    this.club.decided.set(id, Date.now());
  }

  private account(issuer: string, subject: string): Player | undefined {
    return [...this.club.players.values()].find(
      (each) => each.issuer === issuer && each.subject === subject,
    );
  }

  private change(id: PlayerId, by: (player: Player) => Partial<Player>): Player | undefined {
    const player = this.club.players.get(id);
    if (!player) return undefined;
    const changed = { ...player, ...by(player) };
    this.club.players.set(id, changed);
    return changed;
  }
}
