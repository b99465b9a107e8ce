import type { PlayerId } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import {
  People,
  bondsMost,
  correspondencesMost,
  lettersAtOnce,
  type Acquaintance,
  type Bond,
  type Correspondence,
  type Letter,
} from '@trellis/people';
import { copy, type MemoryClub } from './memory-club.js';

export class MemoryPeople extends People {
  private readonly bonds = new Map<PlayerId, Map<PlayerId, { kind: Bond; at: number }>>();
  private readonly sent = new Map<string, Letter>();
  private readonly seen = new Set<string>();

  constructor(private readonly club: MemoryClub) {
    super();
    club.onDelete((his) => this.forget(his));
    club.onExport((his) => ({
      letter: [...this.sent.values()].filter(({ from, to }) => his(from) || his(to)),
      bond: [...this.bonds].flatMap(([player, bonds]) =>
        his(player) ? [...bonds].map(([other, bond]) => ({ player, other, ...bond })) : [],
      ),
    }));
  }

  async acquaintances(player: PlayerId): Promise<readonly Acquaintance[]> {
    return [...(this.bonds.get(player) ?? [])]
      .sort(([, a], [, b]) => b.at - a.at)
      .map(([other, { kind }]) => ({ player: this.club.cardOf(other), bond: kind }));
  }

  async bind(player: PlayerId, other: PlayerId, bond: Bond | null, at: number): Promise<void> {
    const bonds = this.bonds.get(player) ?? new Map<PlayerId, { kind: Bond; at: number }>();
    this.bonds.set(player, bonds);
    if (bond === null) return void bonds.delete(other);
    if (!bonds.has(other) && bonds.size >= bondsMost)
      throw new Refusal('too-many-bonds', `At most ${bondsMost} friends and blocked players.`);
    this.mustKnow(other);
    bonds.set(other, { kind: bond, at });
  }

  async blocks() {
    return [...this.bonds].flatMap(([player, bonds]) =>
      [...bonds].flatMap(([other, { kind }]) => (kind === 'blocked' ? [{ player, other }] : [])),
    );
  }

  async send(letter: Letter): Promise<Letter> {
    const before = this.sent.get(letter.id);
    if (before) return copy(before);
    this.mustKnow(letter.to);
    this.sent.set(letter.id, copy(letter));
    return copy(letter);
  }

  async letters(one: PlayerId, other: PlayerId, before: number): Promise<readonly Letter[]> {
    return this.own(one)
      .filter(({ from, to }) => from === other || to === other)
      .filter(({ at }) => at < before)
      .slice(-lettersAtOnce);
  }

  async read(player: PlayerId, other: PlayerId, through: number): Promise<void> {
    for (const { id, from, to, at } of this.sent.values())
      if (from === other && to === player && at <= through) this.seen.add(id);
  }

  async correspondences(player: PlayerId): Promise<readonly Correspondence[]> {
    const last = new Map<PlayerId, Letter>();
    for (const letter of this.own(player))
      last.set(letter.from === player ? letter.to : letter.from, letter);
    return [...last]
      .sort(([, a], [, b]) => b.at - a.at)
      .slice(0, correspondencesMost)
      .map(([other, letter]) => ({
        with: this.club.cardOf(other),
        last: letter,
        unread: this.unseen(player).filter(({ from }) => from === other).length,
      }));
  }

  async unread(player: PlayerId): Promise<number> {
    return this.unseen(player).length;
  }

  private forget(his: (id: PlayerId) => boolean): void {
    for (const [player, bonds] of this.bonds) {
      if (his(player)) this.bonds.delete(player);
      for (const other of bonds.keys()) if (his(other)) bonds.delete(other);
    }
    for (const { id, from, to } of this.sent.values())
      if (his(from) || his(to)) this.sent.delete(id);
  }

  private unseen(player: PlayerId): Letter[] {
    return [...this.sent.values()].filter(({ id, to }) => to === player && !this.seen.has(id));
  }

  private own(player: PlayerId): Letter[] {
    return [...this.sent.values()]
      .filter(({ from, to }) => from === player || to === player)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  private mustKnow(player: PlayerId): void {
    if (!this.club.players.has(player))
      throw new Refusal('no-such-player', 'The club knows no such player.');
  }
}
