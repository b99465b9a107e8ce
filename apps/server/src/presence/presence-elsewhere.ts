import type { PlayerId } from '@trellis/facade';
import type { NodeId } from '@trellis/tables';
import type { PresenceChange, PresenceThere } from '../nodes/node-messages.js';

interface There {
  readonly players: Set<PlayerId>;
  visitors: number;
  halls: Readonly<Record<string, number>>;
}

/** Who is in the club through its other processes. */
export class PresenceElsewhere {
  private readonly nodes = new Map<NodeId, There>();
  /** In how many of them each player is. */
  private readonly players = new Map<PlayerId, number>();

  constructor(
    /** A player is there who was in none of them before, or is in none any more. */
    private readonly onPlayer: (player: PlayerId, online: boolean) => void,
  ) {}

  has(player: PlayerId): boolean {
    return this.players.has(player);
  }

  online(): Iterable<PlayerId> {
    return this.players.keys();
  }

  visitors(): number {
    return [...this.nodes.values()].reduce((sum, { visitors }) => sum + visitors, 0);
  }

  inHall(game: string): number {
    return [...this.nodes.values()].reduce((sum, { halls }) => sum + (halls[game] ?? 0), 0);
  }

  change(node: NodeId, { arrived, left, visitors, halls }: PresenceChange): void {
    const there = this.there(node);
    Object.assign(there, { visitors, halls });
    for (const player of arrived) this.add(there, player);
    for (const player of left) this.remove(there, player);
  }

  /** All of it, after something may have been missed. */
  set(node: NodeId, { players, visitors, halls }: PresenceThere): void {
    const there = this.there(node);
    Object.assign(there, { visitors, halls });
    for (const player of players) this.add(there, player);
    const staying = new Set(players);
    for (const player of [...there.players]) if (!staying.has(player)) this.remove(there, player);
  }

  gone(node: NodeId): void {
    const there = this.nodes.get(node);
    this.nodes.delete(node);
    for (const player of [...(there?.players ?? [])]) this.remove(there!, player);
  }

  private there(node: NodeId): There {
    const there = this.nodes.get(node) ?? { players: new Set(), visitors: 0, halls: {} };
    this.nodes.set(node, there);
    return there;
  }

  private add(there: There, player: PlayerId): void {
    if (there.players.has(player)) return;
    there.players.add(player);
    const count = this.players.get(player) ?? 0;
    this.players.set(player, count + 1);
    if (count === 0) this.onPlayer(player, true);
  }

  private remove(there: There, player: PlayerId): void {
    if (!there.players.delete(player)) return;
    const count = this.players.get(player) ?? 1;
    if (count > 1) this.players.set(player, count - 1);
    else {
      this.players.delete(player);
      this.onPlayer(player, false);
    }
  }
}
