import { Refusal } from '@trellis/games/kit';
import type { PlayerId } from '@trellis/facade';
import type { AccountMark, Identity, Player, Players } from '@trellis/players';
import type { Log } from '../http/log.js';
import type { Programs } from '../tokens/programs.js';
import type { Bans } from './bans.js';
import { newPlayerId } from './new-player-id.js';
import type { PlayerEvents } from './ports.js';
import type { Session, Sessions } from './sessions.js';

export interface AccountsParts {
  readonly players: Players;
  readonly sessions: Sessions;
  readonly programs: Programs;
  readonly events: PlayerEvents;
  readonly bans: Pick<Bans, 'learn'>;
  readonly markOf: AccountMark;
  readonly log: Log;
  readonly now?: () => number;
}

/** From a proven identity to a player with a session. */
export class Accounts {
  private readonly players: Players;
  private readonly sessions: Sessions;
  private readonly events: PlayerEvents;
  private readonly now: () => number;

  constructor(private readonly parts: AccountsParts) {
    ({ players: this.players, sessions: this.sessions, events: this.events } = parts);
    this.now = parts.now ?? Date.now;
  }

  /**
   * Finds or makes the player and begins a session, always a new one: whatever session the browser showed before is
   * over. Refuses (`storage-away`) when players cannot be read.
   */
  async enter(
    identity: Identity,
    cookieHeader: string | undefined,
  ): Promise<{ player: Player; cookie: string }> {
    const player = await this.stored(this.admit(identity));
    const before = this.sessions.proven(cookieHeader);
    if (before) await this.stored(this.sessions.end(before));
    try {
      await this.events.signedIn(player);
      await this.parts.programs.follow(player);
    } catch (error) {
      this.parts.log.error({ error, player: player.id }, 'A sign-in was not told');
    }
    return { player, cookie: this.sessions.open(player.id).cookie };
  }

  /** Deleting an account is no way around a ban: whoever comes with the same one again takes it over, and reads it. */
  private async admit(identity: Identity): Promise<Player> {
    const player = await this.players.signIn(identity, newPlayerId(), this.now());
    const mark = this.parts.markOf(identity);
    const banned = await this.players.takeOverBan(player.id, mark, this.now());
    if (banned) this.parts.bans.learn(banned);
    return banned ?? player;
  }

  /** Undefined when nobody is signed in, or somebody whom the storage does not know (any more). */
  async playerOf(caller: { readonly player: PlayerId } | undefined): Promise<Player | undefined> {
    return caller && this.stored(this.players.find(caller.player));
  }

  async hideLastName(session: Session, hides: boolean): Promise<Player> {
    const known = await this.playerOf(session);
    if (!known) throw new Refusal('not-signed-in', 'Sign in first.');
    const player = await this.stored(this.players.setHidesLastName(known.id, hides));
    this.events.renamed(player);
    await this.stored(this.parts.programs.follow(player));
    return player;
  }

  async hidePresence(session: Session, hides: boolean): Promise<Player> {
    const known = await this.playerOf(session);
    if (!known) throw new Refusal('not-signed-in', 'Sign in first.');
    const player = await this.stored(this.players.setHidesPresence(known.id, hides));
    this.events.presenceChosen(player);
    return player;
  }

  async leave(session: Session | undefined): Promise<void> {
    if (session) await this.stored(this.sessions.end(session));
  }

  async leaveEverywhere(session: Session): Promise<void> {
    await this.stored(this.sessions.endAll(session.player));
  }

  /** Refuses with `storage-away` what the storage fails. */
  async stored<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof Refusal) throw error;
      this.parts.log.error({ error }, 'Players cannot be read or written');
      throw new Refusal('storage-away', 'The club cannot look that up just now. Try again soon.');
    }
  }
}
