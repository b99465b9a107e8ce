import type { Bus, ClubCounts, ClubFacade, PlayerCard, PlayerId } from '@trellis/facade';
import type { Players } from '@trellis/players';
import type { Welcome } from '../facts/welcome.js';
import { Coalescer } from '../sockets/coalescer.js';
import { rooms } from '../sockets/rooms.js';
import type { Sockets } from '../sockets/sockets.js';
import type { HiddenPeople } from './hidden-people.js';
import type { NodeMessages, PresenceThere } from '../nodes/node-messages.js';
import { PresenceElsewhere } from './presence-elsewhere.js';

/** Somebody who opens another page is not gone in between (ms). */
const grace = 5000;
const countsEvery = 1000;

export interface PresenceParts {
  readonly bus: Bus;
  readonly players: Pick<Players, 'seen'>;
  readonly sockets: Sockets;
  readonly club: Pick<ClubFacade, 'tablesInPlay'>;
  readonly welcome: Pick<Welcome, 'remember'>;
  readonly hidden: Pick<HiddenPeople, 'has' | 'onChange'>;
  readonly messages: NodeMessages;
  readonly games: readonly string[];
  readonly now: () => number;
  readonly report: (error: unknown) => void;
}

/**
 * Who is in the club: from the sockets that are open here, and from what the other processes tell. Says so in facts; each
 * process does for itself, so that one that dies leaves nobody behind who seems to be there.
 */
export class Presence {
  private readonly online = new Map<PlayerId, { sockets: number; leaving?: NodeJS.Timeout }>();
  private readonly elsewhere = new PresenceElsewhere((player, online) =>
    this.changedElsewhere(player, online),
  );
  /** Whom the other processes know to be here. */
  private known: ReadonlySet<PlayerId> = new Set();
  private visitors = 0;
  private readonly telling = new Coalescer<'counts'>(countsEvery, () => this.tell());
  private readonly stopListening: () => void;
  private told = '';

  constructor(private readonly parts: PresenceParts) {
    parts.hidden.onChange((player) => this.reconsider(player));
    const { messages } = parts;
    messages.listen('presence', (change, from) => {
      this.elsewhere.change(from, change);
      this.changed();
    });
    messages.listen('state', ({ presence }, from) => {
      this.elsewhere.set(from, presence);
      this.changed();
    });
    messages.onGone((node) => {
      this.elsewhere.gone(node);
      this.changed();
    });
    this.stopListening = parts.bus.subscribe(({ kind }) => {
      if (kind === 'table-changed' || kind === 'table-gone') this.changed();
    });
  }

  arrived(player: PlayerCard | undefined): void {
    this.changed();
    if (!player) {
      this.visitors++;
      return;
    }
    const here = this.online.get(player.id);
    if (here) {
      here.sockets++;
      clearTimeout(here.leaving);
      here.leaving = undefined;
      return;
    }
    this.online.set(player.id, { sockets: 1 });
    this.seen(player.id, true);
    this.parts.welcome.remember(player.id).catch(this.parts.report);
  }

  left(player: PlayerCard | undefined): void {
    this.changed();
    if (!player) {
      this.visitors--;
      return;
    }
    const here = this.online.get(player.id);
    if (!here || --here.sockets > 0) return;
    here.leaving = setTimeout(() => {
      this.online.delete(player.id);
      this.seen(player.id, false);
      this.changed();
    }, grace);
    here.leaving.unref();
  }

  /** A page has entered or left a hall, or a table has begun or ended a game. */
  changed(): void {
    this.telling.touch('counts');
  }

  counts(): ClubCounts {
    const { elsewhere, online } = this;
    const others = [...elsewhere.online()].filter((player) => !online.has(player)).length;
    return {
      players: online.size + others,
      visitors: this.visitors + elsewhere.visitors(),
      tablesInPlay: this.parts.club.tablesInPlay().length,
    };
  }

  /** How many look at the hall of a game. */
  inHall(game: string): number {
    return this.parts.sockets.size(rooms.hall(game)) + this.elsewhere.inHall(game);
  }

  /** As other processes are told of it. */
  there(): PresenceThere {
    const { games, sockets } = this.parts;
    const halls = Object.fromEntries(games.map((game) => [game, sockets.size(rooms.hall(game))]));
    return { players: [...this.online.keys()], visitors: this.visitors, halls };
  }

  close(): void {
    this.stopListening();
    this.telling.close();
    for (const { leaving } of this.online.values()) clearTimeout(leaving);
  }

  /** Of whom hides nothing is told, not even when he was here last. */
  private seen(player: PlayerId, online: boolean): void {
    const { bus, players, hidden, now, report } = this.parts;
    if (hidden.has(player)) return;
    const at = now();
    if (!this.elsewhere.has(player)) bus.publish({ kind: 'player-seen', player, online, at });
    players.seen(player, at).catch(report);
  }

  /** Somebody hides from now on, or does no longer: to the others it looks like going and coming. */
  private reconsider(player: PlayerId): void {
    if (!this.online.has(player) && !this.elsewhere.has(player)) return;
    const { bus, hidden, now } = this.parts;
    bus.publish({ kind: 'player-seen', player, online: !hidden.has(player), at: now() });
  }

  private changedElsewhere(player: PlayerId, online: boolean): void {
    if (this.online.has(player) || this.parts.hidden.has(player)) return;
    this.parts.bus.publish({ kind: 'player-seen', player, online, at: this.parts.now() });
  }

  private tellOthers(): void {
    const { players, visitors, halls } = this.there();
    const now = new Set(players);
    const arrived = players.filter((player) => !this.known.has(player));
    const left = [...this.known].filter((player) => !now.has(player));
    this.known = now;
    this.parts.messages.tellAll('presence', { arrived, left, visitors, halls });
  }

  private tell(): void {
    this.tellOthers();
    const { bus, games, now } = this.parts;
    const counts = this.counts();
    const halls = Object.fromEntries(games.map((game) => [game, this.inHall(game)]));
    const text = JSON.stringify([counts, halls]);
    if (text === this.told) return;
    this.told = text;
    bus.publish({ kind: 'counts-changed', counts, halls, at: now() });
  }
}
