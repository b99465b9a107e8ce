import { randomUUID } from 'node:crypto';
import type { PlayerId } from '@trellis/facade';
import type { Notice } from '@trellis/notices';
import type { NodeMessages, NoticeBrought } from '../nodes/node-messages.js';
import { rooms } from '../sockets/rooms.js';
import type { Sockets } from '../sockets/sockets.js';

/** How long a page that is looked at has to say so (ms). */
export const patience = 4_000;
/** Notices that wait at once in one process; beyond that they are shown on pages alone. */
const mostWaiting = 5_000;

export interface NoticesParts {
  readonly sockets: Pick<Sockets, 'emit'>;
  readonly messages: Pick<NodeMessages, 'listen' | 'tellAll'>;
  /** For somebody who looks at no page of the club. */
  readonly push: (player: PlayerId, notice: Notice) => void;
  readonly patience?: number;
}

interface Waiting {
  readonly players: Set<PlayerId>;
  readonly timer: NodeJS.Timeout;
}

/**
 * Tells players of something on all their pages, in whichever process they are. A page that is looked at answers that it has taken
 * the notice; where none does, the pages hear again that nobody looks (the system may be asked), and the devices get push. Nobody
 * keeps books of who looks: pages say so when it matters.
 */
export class Notices {
  private readonly waiting = new Map<string, Waiting>();

  constructor(private readonly parts: NoticesParts) {
    const { messages } = parts;
    messages.listen('notice:told', (brought) => this.deliver(brought));
    messages.listen('notice:seen', ({ id, player }) => this.settle(id, player));
  }

  /** Never throws and never waits. */
  tell(players: readonly PlayerId[], notice: Notice): void {
    if (players.length === 0) return;
    const brought = { id: randomUUID(), players, notice, unseen: false };
    this.tellPages(brought);
    if (this.waiting.size >= mostWaiting) return;
    const timer = setTimeout(() => this.nobodyLooks(brought), this.parts.patience ?? patience);
    timer.unref();
    this.waiting.set(brought.id, { players: new Set(players), timer });
  }

  /** A page of this player, connected here, has taken it. */
  seen(player: PlayerId, id: string): void {
    if (!this.settle(id, player)) this.parts.messages.tellAll('notice:seen', { id, player });
  }

  close(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  /** False when this process waits for no such notice. */
  private settle(id: string, player: PlayerId): boolean {
    const waiting = this.waiting.get(id);
    if (!waiting) return false;
    waiting.players.delete(player);
    if (waiting.players.size > 0) return true;
    clearTimeout(waiting.timer);
    return this.waiting.delete(id);
  }

  private nobodyLooks(brought: NoticeBrought): void {
    const players = [...(this.waiting.get(brought.id)?.players ?? [])];
    this.waiting.delete(brought.id);
    this.tellPages({ ...brought, players, unseen: true });
    for (const player of players) this.parts.push(player, brought.notice);
  }

  private tellPages(brought: NoticeBrought): void {
    this.deliver(brought);
    this.parts.messages.tellAll('notice:told', brought);
  }

  private deliver({ players, ...told }: NoticeBrought): void {
    this.parts.sockets.emit(players.map(rooms.player), 'notice:told', told);
  }
}
