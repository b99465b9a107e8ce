import { programIssuer, programOf, type Player, type Players } from '@trellis/players';
import { newPlayerId } from '../auth/new-player-id.js';
import type { PlayerEvents } from '../auth/ports.js';

/** The accounts that people's programs play on: one for each person who ever made a token. */
export class Programs {
  constructor(
    private readonly players: Players,
    private readonly events: PlayerEvents,
    private readonly now: () => number = Date.now,
  ) {}

  find(owner: Pick<Player, 'id'>): Promise<Player | undefined> {
    return this.players.findAccount(programIssuer, owner.id);
  }

  /** Finds or makes it, with the name that its owner shows now. */
  async make(owner: Player): Promise<Player> {
    const { hidesLastName } = owner;
    let program = await this.players.signIn(programOf(owner), newPlayerId(), this.now());
    if (program.hidesLastName !== hidesLastName)
      program = await this.players.setHidesLastName(program.id, hidesLastName);
    await this.events.signedIn(program);
    return program;
  }

  /** The owner may show another name: then so does his program. */
  async follow(owner: Player): Promise<void> {
    if (await this.find(owner)) await this.make(owner);
  }
}
