import { Refusal } from '@trellis/games/kit';
import type { PlayerId } from '@trellis/facade';
import { isBanned, type Ban, type Player, type Players } from '@trellis/players';

type Told = Pick<Player, 'id' | 'ban'>;

/** Who is kept out of the club, in memory: it is asked at every request. */
export class Bans {
  private readonly known = new Map<PlayerId, Ban>();
  private readonly listeners = new Set<(player: PlayerId) => void>();

  constructor(
    private readonly players: Pick<Players, 'banned'>,
    private readonly now: () => number = Date.now,
  ) {}

  /** Reads what is stored. Nobody may be let in before it is done once; again when something may have been missed. */
  async start(): Promise<void> {
    const banned = await this.players.banned(this.now());
    const ids = new Set(banned.map(({ id }) => id));
    for (const id of [...this.known.keys()]) if (!ids.has(id)) this.known.delete(id);
    for (const player of banned) this.learn(player);
  }

  /** What is stored of a player now. */
  learn({ id, ban }: Told): void {
    if (!ban || !isBanned({ ban }, this.now())) return void this.known.delete(id);
    const before = this.known.get(id);
    this.known.set(id, ban);
    if (before?.until === ban.until && before.reason === ban.reason) return;
    for (const listener of this.listeners) listener(id);
  }

  /** The ban that keeps him out now. */
  of(player: PlayerId): Ban | undefined {
    const ban = this.known.get(player);
    return ban && isBanned({ ban }, this.now()) ? ban : undefined;
  }

  /** Refuses with `banned`, and tells why and until when. */
  mustBeIn(player: PlayerId): void {
    const ban = this.of(player);
    if (ban) throw new Refusal('banned', 'You may not come in for some time.', { ...ban });
  }

  /** Whoever keeps connections open closes those of whom he is told. Returns how to stop. */
  onBanned(listener: (player: PlayerId) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
