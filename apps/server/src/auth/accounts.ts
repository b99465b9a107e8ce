import { Refusal } from '@trellis/games/kit';
import type { PlayerId } from '@trellis/facade';
import type { Identity, Player, Players } from '@trellis/players';
import type { Log } from '../http/log.js';
import type { Programs } from '../tokens/programs.js';
import { newPlayerId } from './new-player-id.js';
import type { PlayerEvents } from './ports.js';
import type { Session, Sessions } from './sessions.js';

/** From a proven identity to a player with a session. */
export class Accounts {
  constructor(
    private readonly players: Players,
    private readonly sessions: Sessions,
    private readonly programs: Programs,
    private readonly events: PlayerEvents,
    private readonly log: Log,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Finds or makes the player and begins a session, always a new one: whatever session the browser showed before is
   * over. Refuses (`storage-away`) when players cannot be read.
   */
  async enter(
    identity: Identity,
    cookieHeader: string | undefined,
  ): Promise<{ player: Player; cookie: string }> {
    const player = await this.stored(this.players.signIn(identity, newPlayerId(), this.now()));
    const before = this.sessions.proven(cookieHeader);
    if (before) await this.stored(this.sessions.end(before));
    try {
      await this.events.signedIn(player);
      await this.programs.follow(player);
    } catch (error) {
      this.log.error({ error, player: player.id }, 'A sign-in was not told');
    }
    return { player, cookie: this.sessions.open(player.id).cookie };
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
    await this.stored(this.programs.follow(player));
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
      this.log.error({ error }, 'Players cannot be read or written');
      throw new Refusal('storage-away', 'The club cannot look that up just now. Try again soon.');
    }
  }
}
