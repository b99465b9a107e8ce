import {
  isBanned,
  Players,
  Tokens,
  type Ban,
  type Identity,
  type Player,
  type Token,
} from '@trellis/players';

/** Players in a map, for tests of what stands on the port. `away` plays a storage that cannot be reached. */
export class PlainPlayers extends Players {
  away = false;
  private readonly byId = new Map<string, Player>();
  private readonly ended = new Map<string, number>();

  override async signIn(
    { issuer, subject, firstName, lastName }: Identity,
    id: string,
    now: number,
  ): Promise<Player> {
    this.reach();
    const known = this.account(issuer, subject);
    const fresh = {
      id,
      hidesLastName: false,
      hidesPresence: false,
      memberSince: now,
      sessionsSince: 0,
      ban: null,
      deletedAt: null,
      arbiter: false,
    };
    return this.keep({
      ...(known ?? fresh),
      issuer,
      subject,
      firstName,
      lastName,
      lastSeen: now,
    });
  }

  override async find(id: string): Promise<Player | undefined> {
    this.reach();
    return this.byId.get(id);
  }

  override async findAccount(issuer: string, subject: string): Promise<Player | undefined> {
    this.reach();
    return this.account(issuer, subject);
  }

  override async findMany(ids: readonly string[]): Promise<readonly Player[]> {
    this.reach();
    return ids.flatMap((id) => this.byId.get(id) ?? []);
  }

  override async setHidesLastName(id: string, hidesLastName: boolean): Promise<Player> {
    return this.keep({ ...this.byId.get(id)!, hidesLastName });
  }

  override async setHidesPresence(id: string, hidesPresence: boolean): Promise<Player> {
    return this.keep({ ...this.byId.get(id)!, hidesPresence });
  }

  override async hidingPresence(): Promise<readonly string[]> {
    return [...this.byId.values()].flatMap(({ id, hidesPresence }) => (hidesPresence ? [id] : []));
  }

  override async seen(id: string, lastSeen: number): Promise<void> {
    this.keep({ ...this.byId.get(id)!, lastSeen });
  }

  override async endSessions(id: string, sessionsSince: number): Promise<void> {
    this.keep({ ...this.byId.get(id)!, sessionsSince });
  }

  override async endSession(sessionId: string, until: number): Promise<void> {
    this.reach();
    this.ended.set(sessionId, until);
  }

  override async endedSessions(now: number): Promise<readonly string[]> {
    this.reach();
    return [...this.ended].filter(([, until]) => until > now).map(([id]) => id);
  }

  override async sessionsEndedSince(since: number): Promise<readonly Player[]> {
    this.reach();
    return [...this.byId.values()].filter((each) => each.sessionsSince >= since);
  }

  override async setBan(id: string, ban: Ban | null): Promise<Player> {
    return this.keep({ ...this.byId.get(id)!, ban });
  }

  override async banned(now: number): Promise<readonly Player[]> {
    this.reach();
    return [...this.byId.values()].filter((player) => isBanned(player, now));
  }

  override async delete(id: string, now: number): Promise<readonly Player[]> {
    return [this.keep({ ...this.byId.get(id)!, firstName: '', lastName: '', deletedAt: now })];
  }

  override async takeOverBan(): Promise<Player | undefined> {
    return undefined;
  }

  override async decidedWithin(): Promise<readonly Player[]> {
    return [];
  }

  private account(issuer: string, subject: string): Player | undefined {
    return [...this.byId.values()].find(
      (each) => each.issuer === issuer && each.subject === subject,
    );
  }

  private keep(player: Player): Player {
    this.reach();
    this.byId.set(player.id, player);
    return player;
  }

  private reach(): void {
    if (this.away) throw new Error('The storage is away.');
  }
}

/** Tokens in a map, likewise. */
export class PlainTokens extends Tokens {
  private readonly byId = new Map<string, Token>();

  override async add(token: Token): Promise<void> {
    this.byId.set(token.id, token);
  }

  override async living(now: number): Promise<readonly Token[]> {
    return [...this.byId.values()].filter(({ expiresAt }) => expiresAt > now);
  }

  override async remove(id: string): Promise<void> {
    this.byId.delete(id);
  }

  override async used(id: string, lastUsed: number): Promise<void> {
    const token = this.byId.get(id);
    if (token) this.byId.set(id, { ...token, lastUsed });
  }
}
