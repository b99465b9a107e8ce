import type { PlayerId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import type { Justice, Pauses } from '@trellis/justice';
import { personOf, type AccountMark, type Ban, type Player, type Players } from '@trellis/players';
import type { Log } from '../http/log.js';
import type { Bans } from './bans.js';
import type { PlayerEvents } from './ports.js';
import type { Sessions } from './sessions.js';

export interface DecisionsParts {
  readonly players: Players;
  readonly bans: Bans;
  readonly justice: Pick<Justice, 'pauses'>;
  readonly pauses: Pick<Pauses, 'learn' | 'learnAll'>;
  readonly sessions: Pick<Sessions, 'learn' | 'start'>;
  readonly events: Pick<PlayerEvents, 'renamed'>;
  readonly markOf: AccountMark;
  readonly log: Pick<Log, 'error'>;
  readonly now?: () => number;
}

/** How often the storage is asked what others have decided (ms): a ban must close connections within two seconds. */
const lookEvery = 500;
/** How far back each look reaches (ms): one that was being written during the last look is found by the next ones. */
const overlap = 60_000;

/**
 * What is decided of accounts: bans, pauses and deletions, by an arbiter, the operator or the player himself. They take effect in
 * this process at once and in every other within a second, because all of them look into the storage: so the operator's
 * commands need no running club, and a running club needs no commands of its own (docs/decisions/0028-bans-and-deletions.md).
 */
export class Decisions {
  private looking: NodeJS.Timeout | undefined;
  /** When the storage answered last (ms). */
  private lookedAt = 0;
  /** What has been told of whom, so that the next looks do not tell it again. */
  private readonly told = new Map<PlayerId, string>();
  private readonly now: () => number;

  constructor(private readonly parts: DecisionsParts) {
    this.now = parts.now ?? Date.now;
  }

  /** Nobody may be let in before it is done. */
  async start(): Promise<void> {
    await this.readAll();
    this.lookedAt = this.now();
    this.looking = setTimeout(() => void this.look(), lookEvery);
    this.looking.unref();
  }

  stop(): void {
    clearTimeout(this.looking);
    this.looking = undefined;
  }

  /** Keeps a person and his programs out; of a program's account it is the person behind it. Replaces the ban before. */
  async ban(player: PlayerId, ban: Ban): Promise<void> {
    await this.change(player, ban);
  }

  async lift(player: PlayerId): Promise<void> {
    await this.change(player, null);
  }

  /** Deletes a person's account and that of his programs. Twice is harmless. */
  async delete(player: PlayerId): Promise<void> {
    const person = personOf(await this.mustFind(player));
    // One later than now, so that also the sessions that began in this very millisecond are over.
    const { players, markOf } = this.parts;
    for (const each of await players.delete(person, this.now() + 1, markOf)) this.apply(each);
  }

  /** Something was written of this person: here it takes effect now. */
  async written(player: PlayerId): Promise<void> {
    await this.learn([await this.mustFind(player)]);
  }

  private async change(player: PlayerId, ban: Ban | null): Promise<void> {
    const person = personOf(await this.mustFind(player));
    this.apply(await this.parts.players.setBan(person, ban));
  }

  private async mustFind(id: PlayerId): Promise<Player> {
    const player = await this.parts.players.find(id);
    if (!player) throw new Refusal('no-such-player', 'The club knows no such player.');
    return player;
  }

  private async look(): Promise<void> {
    try {
      const now = this.now();
      const since = now - this.lookedAt;
      // After a long silence somebody's ban may have been lifted and forgotten here.
      if (since > overlap) await this.readAll();
      await this.learn(await this.parts.players.decidedWithin(since + overlap));
      this.lookedAt = now;
    } catch (error) {
      this.parts.log.error({ error }, 'What was decided of players cannot be read');
    } finally {
      if (this.looking) {
        this.looking = setTimeout(() => void this.look(), lookEvery);
        this.looking.unref();
      }
    }
  }

  private async readAll(): Promise<void> {
    const { bans, justice, pauses } = this.parts;
    await bans.start();
    pauses.learnAll(await justice.pauses(this.now()));
  }

  private async learn(players: readonly Player[]): Promise<void> {
    if (players.length === 0) return;
    const { justice, pauses } = this.parts;
    const ids = players.map(({ id }) => id);
    const paused = await justice.pauses(this.now(), ids);
    for (const player of players) this.apply(player);
    for (const id of ids) pauses.learn(id, paused.get(id) ?? []);
  }

  private apply(player: Player): void {
    const { id, ban, deletedAt, sessionsSince } = player;
    const news = JSON.stringify([ban, deletedAt]);
    if (this.told.get(id) === news) return;
    this.told.set(id, news);
    this.parts.bans.learn(player);
    if (deletedAt === null) return;
    this.parts.sessions.learn({ player: id, before: sessionsSince });
    this.parts.events.renamed(player);
  }
}
