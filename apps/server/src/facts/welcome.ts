import type { Bus, ClubMemory, ClubStore, PlayerId } from '@trellis/facade';
import { cardOf, type Player } from '@trellis/players';
import { PlayerEvents } from '../auth/ports.js';
import type { PlayerNames } from './player-names.js';

/** Makes known whoever comes: his name at once, and his profile where memory does not hold it. */
export class Welcome extends PlayerEvents {
  constructor(
    private readonly store: Pick<ClubStore, 'profile'>,
    private readonly memory: Pick<ClubMemory, 'profile'>,
    private readonly names: PlayerNames,
    private readonly bus: Bus,
    private readonly now: () => number,
  ) {
    super();
  }

  async signedIn(player: Player): Promise<void> {
    this.renamed(player);
    await this.remember(player.id);
  }

  renamed(player: Player): void {
    const card = cardOf(player);
    this.names.know(card);
    this.bus.publish({ kind: 'player-renamed', player: card, at: this.now() });
  }

  /** Rejects when the storage is away. */
  async remember(player: PlayerId): Promise<void> {
    if (this.memory.profile(player)) return;
    const at = this.now();
    const profile = await this.store.profile(player);
    if (profile) this.bus.publish({ kind: 'profile-known', profile, at });
  }
}
