import type { Bus, ClubMemory, ClubStore, PlayerId } from '@trellis/facade';
import { cardOf, type Player } from '@trellis/players';
import { PlayerEvents } from '../auth/ports.js';
import type { HiddenPeople } from '../presence/hidden-people.js';
import type { PlayerNames } from './player-names.js';

export interface WelcomeParts {
  readonly store: Pick<ClubStore, 'profile'>;
  readonly memory: Pick<ClubMemory, 'profile'>;
  readonly names: PlayerNames;
  readonly bus: Bus;
  readonly hidden: HiddenPeople;
  readonly now: () => number;
}

/** Makes known whoever comes: his name at once, and his profile where memory does not hold it. */
export class Welcome extends PlayerEvents {
  constructor(private readonly parts: WelcomeParts) {
    super();
  }

  async signedIn(player: Player): Promise<void> {
    this.renamed(player);
    await this.remember(player.id);
  }

  renamed(player: Player): void {
    const card = cardOf(player);
    this.parts.names.know(card);
    this.parts.bus.publish({ kind: 'player-renamed', player: card, at: this.parts.now() });
  }

  presenceChosen({ id, hidesPresence }: Player): void {
    this.parts.hidden.choose(id, hidesPresence);
  }

  /** Rejects when the storage is away. */
  async remember(player: PlayerId): Promise<void> {
    if (this.parts.memory.profile(player)) return;
    const at = this.parts.now();
    const profile = await this.parts.store.profile(player);
    if (profile) this.parts.bus.publish({ kind: 'profile-known', profile, at });
  }
}
