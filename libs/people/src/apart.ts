import type { PlayerId } from '@trellis/facade';

/** Who keeps apart from whom, in memory, because it is asked at every line of chat and at every seat. */
export class Apart {
  private readonly blockedBy = new Map<PlayerId, Set<PlayerId>>();

  /** `player` blocks `other`, or does no longer. */
  set(player: PlayerId, other: PlayerId, blocks: boolean): void {
    const blocked = this.blockedBy.get(player) ?? new Set<PlayerId>();
    if (blocks) blocked.add(other);
    else blocked.delete(other);
    if (blocked.size > 0) this.blockedBy.set(player, blocked);
    else this.blockedBy.delete(player);
  }

  /** Whichever of the two wished it. */
  are(one: PlayerId, other: PlayerId): boolean {
    return this.blocks(one, other) || this.blocks(other, one);
  }

  blocks(player: PlayerId, other: PlayerId): boolean {
    return this.blockedBy.get(player)?.has(other) ?? false;
  }

  /** Everybody from whom this player is apart. */
  from(player: PlayerId): readonly PlayerId[] {
    const others = new Set(this.blockedBy.get(player));
    for (const [other, blocked] of this.blockedBy) if (blocked.has(player)) others.add(other);
    return [...others];
  }
}
