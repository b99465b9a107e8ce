import type { PlayerId } from '@trellis/facade';

/** Players who are not shown as being in the club, in memory: it is asked whenever somebody comes or goes. */
export class HiddenPeople {
  private readonly hidden = new Set<PlayerId>();
  private readonly listeners = new Set<(player: PlayerId) => void>();

  has(player: PlayerId): boolean {
    return this.hidden.has(player);
  }

  set(player: PlayerId, hides: boolean): void {
    if (hides) this.hidden.add(player);
    else this.hidden.delete(player);
    for (const listener of this.listeners) listener(player);
  }

  /** Told after somebody has changed his mind. */
  onChange(listener: (player: PlayerId) => void): void {
    this.listeners.add(listener);
  }
}
