import type { PlayerId } from '@trellis/facade';

/**
 * Who keeps apart from whom, in memory, because it is asked at every line of chat and at every seat. Whoever keeps apart
 * from a person keeps apart from his programs; from one of them alone he may, too.
 */
export class Apart {
  private readonly blockedBy = new Map<PlayerId, Set<PlayerId>>();
  /** By program. */
  private readonly owners = new Map<PlayerId, PlayerId>();

  /** `program` is the account on which the programs of `owner` play. */
  ownedBy(owner: PlayerId, program: PlayerId): void {
    this.owners.set(program, owner);
  }

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
    const blocked = this.blockedBy.get(this.personOf(player));
    return blocked !== undefined && (blocked.has(other) || blocked.has(this.personOf(other)));
  }

  /** Everybody from whom this player is apart, and their programs. */
  from(player: PlayerId): readonly PlayerId[] {
    const person = this.personOf(player);
    const others = new Set(this.blockedBy.get(person));
    for (const [other, blocked] of this.blockedBy)
      if (blocked.has(player) || blocked.has(person)) others.add(other);
    for (const [program, owner] of this.owners) if (others.has(owner)) others.add(program);
    return [...others];
  }

  private personOf(player: PlayerId): PlayerId {
    return this.owners.get(player) ?? player;
  }
}
