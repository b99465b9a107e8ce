import type { Bus, PlayerCard, PlayerId } from '@trellis/facade';
import { cardOf, type Players } from '@trellis/players';

/** The names of everybody who sits at a table or has been here, so that a view never waits for one. */
export class PlayerNames {
  private readonly cards = new Map<PlayerId, PlayerCard>();

  constructor(
    private readonly players: Pick<Players, 'findMany'>,
    bus: Bus,
  ) {
    bus.subscribe((fact) => {
      if (fact.kind === 'player-renamed') this.know(fact.player);
      if (fact.kind === 'profile-known') this.know(fact.profile.player);
    });
  }

  know(card: PlayerCard): void {
    this.cards.set(card.id, card);
  }

  /** Somebody who will not come again: a visitor. */
  forget(id: PlayerId): void {
    this.cards.delete(id);
  }

  knows(id: PlayerId): boolean {
    return this.cards.has(id);
  }

  /** Somebody who is not known yet has no name for a moment; see `load`. */
  cardOf(id: PlayerId): PlayerCard {
    return this.cards.get(id) ?? { id, name: '…' };
  }

  async load(ids: Iterable<PlayerId>): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.knows(id));
    if (missing.length === 0) return;
    for (const player of await this.players.findMany(missing)) this.know(cardOf(player));
  }
}
