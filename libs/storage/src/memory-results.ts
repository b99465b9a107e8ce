import { JournalConflict, Results, type Ended, type Ending } from '@trellis/tables';
import {
  changesOf,
  finishedEntry,
  isRated,
  placesOfPlayers,
  playersOf,
  recordOf,
  shownChange,
} from './ending.js';
import { copy, type MemoryClub } from './memory-club.js';
import type { MemoryJournal } from './memory-journal.js';

export class MemoryResults extends Results {
  constructor(
    private readonly club: MemoryClub,
    private readonly journal: MemoryJournal,
  ) {
    super();
  }

  async finish(ending: Ending): Promise<Ended> {
    const { tableId, gameId, game } = ending;
    const known = this.club.games.find(({ id }) => id === gameId);
    if (known) {
      const finished = this.journal.finishedEntry(tableId, gameId);
      if (!finished) throw new JournalConflict(tableId);
      return { finished, record: this.club.withNames(known) };
    }
    const players = playersOf(ending);
    const cards = new Map(players.map((id) => [id, this.club.cardOf(id)]));
    const changes = isRated(ending)
      ? changesOf(
          players,
          players.map((player) => this.club.ratingOf(game, player)),
          placesOfPlayers(ending),
        )
      : [];
    const ratings = changes.map(shownChange);
    const finished = finishedEntry(ending, ratings);
    const record = copy(recordOf(ending, this.club.games.length + 1, ratings, cards));
    this.journal.appendNow(tableId, [...ending.entries.slice(0, -1), finished]);
    this.journal.keepLast(tableId);
    for (const { player, after } of changes) this.club.setRating(game, player, after);
    this.club.games.push(record);
    return { finished: copy(finished), record: copy(record) };
  }
}
