import { withCompanyShown } from './company.js';
import type { GameWindow } from './game-window.js';
import type { KnownPeople } from './known-people.js';
import { Latest } from './latest.js';
import { withGame, type PresetOf } from './profile.js';
import type { GameRecord, PlayerId, Profile } from './public-club.js';

/** Profiles that were asked for lately; those of people who are online are never forgotten. */
export class KnownProfiles {
  private readonly latest: Latest<Profile>;

  constructor(
    most: number,
    private readonly presetOf: PresetOf,
    private readonly people: KnownPeople,
  ) {
    this.latest = new Latest(most, ({ player }) => people.isOnline(player.id));
  }

  /** A profile from storage may lack the last games: their facts have come already. */
  know(profile: Profile, at: number, games: GameWindow): void {
    const { id } = profile.player;
    this.people.called(profile.player, at);
    const missing = games
      .all()
      .filter(({ seats }) => seats.some(({ player }) => player?.id === id));
    const whole = missing
      .toReversed()
      .reduce<Profile>((known, game) => withGame(known, game, this.presetOf), profile);
    this.latest.set(id, whole, at);
  }

  /** A game has ended: it goes into the profiles of its players. */
  add(game: GameRecord): void {
    for (const { player } of game.seats) {
      const profile = player && this.latest.get(player.id);
      if (profile) this.latest.replace(player.id, withGame(profile, game, this.presetOf));
    }
  }

  /** As anyone may read it, with everybody's name of now. */
  shown(id: PlayerId): Profile | undefined {
    const profile = this.latest.get(id);
    if (!profile) return undefined;
    const { people } = this;
    const shown = withCompanyShown(profile);
    return {
      ...shown,
      player: people.named(profile.player),
      lastSeen: Math.max(profile.lastSeen, people.seenAt(id) ?? 0),
      recent: profile.recent.map((game) => people.gameNamed(game)),
      games: shown.games.map((stats) => ({
        ...stats,
        company: stats.company.map((row) => ({ ...row, player: people.named(row.player) })),
      })),
    };
  }

  [Symbol.iterator](): IterableIterator<{ value: Profile; at: number }> {
    return this.latest[Symbol.iterator]();
  }
}
