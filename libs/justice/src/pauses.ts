import type { PlayerId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import type { SanctionKind } from './sanction.js';

/** Who is excluded is not in the club to be asked. */
export type PauseKind = Exclude<SanctionKind, 'exclusion'>;

/** What keeps a player from talking, or from rated games, or is only shown to him, until a moment. */
export interface Pause {
  readonly kind: PauseKind;
  readonly reason: string;
  readonly until: number;
}

/**
 * Who may not talk or not play rated games, in memory, because it is asked at every line and at every seat. A program is paused
 * with its owner.
 */
export class Pauses {
  private readonly known = new Map<PlayerId, readonly Pause[]>();
  /** By program. */
  private readonly owners = new Map<PlayerId, PlayerId>();
  private readonly listeners = new Set<(player: PlayerId, pauses: readonly Pause[]) => void>();

  constructor(private readonly now: () => number) {}

  /** `program` is the account on which the programs of `owner` play. */
  ownedBy(owner: PlayerId, program: PlayerId): void {
    this.owners.set(program, owner);
  }

  /** What is stored of a player now: all pauses that have not ended. */
  learn(player: PlayerId, pauses: readonly Pause[]): void {
    const before = JSON.stringify(this.known.get(player) ?? []);
    if (pauses.length === 0) this.known.delete(player);
    else this.known.set(player, pauses);
    if (JSON.stringify(pauses) === before) return;
    for (const listener of this.listeners) listener(player, this.of(player));
  }

  /** What is stored of everybody: whoever is not among them is paused no longer. */
  learnAll(pauses: ReadonlyMap<PlayerId, readonly Pause[]>): void {
    for (const player of [...this.known.keys()]) if (!pauses.has(player)) this.learn(player, []);
    for (const [player, each] of pauses) this.learn(player, each);
  }

  /** What keeps him from something now; of each kind the one that ends last. */
  of(player: PlayerId): readonly Pause[] {
    const now = this.now();
    const pauses = this.known.get(this.owners.get(player) ?? player) ?? [];
    return (['warning', 'chat-pause', 'rated-pause'] as const).flatMap((kind) => {
      const inForce = pauses.filter((each) => each.kind === kind && now < each.until);
      return inForce.sort((a, b) => b.until - a.until)[0] ?? [];
    });
  }

  /** Refuses with `chat-paused`, and tells why and until when. */
  mustMayTalk(player: PlayerId): void {
    this.refuse(player, 'chat-pause', 'chat-paused', 'You may not talk or write for some time.');
  }

  /** Refuses with `rated-paused`, and tells why and until when. */
  mustMayRate(player: PlayerId): void {
    this.refuse(player, 'rated-pause', 'rated-paused', 'You play without rating for some time.');
  }

  /** The accounts of the player and of his programs. */
  accountsOf(player: PlayerId): readonly PlayerId[] {
    const programs = [...this.owners].filter(([, owner]) => owner === player);
    return [player, ...programs.map(([program]) => program)];
  }

  /** Told when somebody's pauses are others than before. Returns how to stop. */
  onChanged(listener: (player: PlayerId, pauses: readonly Pause[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private refuse(player: PlayerId, kind: PauseKind, code: string, message: string): void {
    const pause = this.of(player).find((each) => each.kind === kind);
    if (pause) throw new Refusal(code, message, { reason: pause.reason, until: pause.until });
  }
}
