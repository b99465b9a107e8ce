import type { PlayerId } from '@trellis/facade';
import type { NodeMessages } from '../nodes/node-messages.js';

/** Players who are not shown as being in the club, in memory: it is asked whenever somebody comes or goes. */
export class HiddenPeople {
  private readonly hidden = new Set<PlayerId>();
  private readonly listeners = new Set<(player: PlayerId) => void>();

  constructor(private readonly messages?: Pick<NodeMessages, 'listen' | 'tellAll'>) {
    messages?.listen('people:hidden', ({ player, hides }) => this.set(player, hides));
  }

  /** He has chosen so just now, in this process: the others are told. */
  choose(player: PlayerId, hides: boolean): void {
    this.set(player, hides);
    this.messages?.tellAll('people:hidden', { player, hides });
  }

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
