import type { GameId, GameRecord, PlayerCard, PlayerId } from '@trellis/facade';
import { Results, type Ended, type Ending, type Journal } from '@trellis/tables';
import { finishedEntry, playersOf, recordOf } from './ending.js';
import { MemoryJournal } from './memory-journal.js';

/**
 * Games that nobody keeps: they are in this process's memory as long as somebody plays, touch no database and no
 * rating, and afterwards the last few can still be looked at.
 */
export class UnkeptGames {
  readonly journal: Journal;
  readonly results: Results;
  /** The oldest first. */
  private readonly records = new Map<GameId, GameRecord>();

  /** At most `most` finished games are remembered. */
  constructor(
    cardOf: (player: PlayerId) => PlayerCard,
    private readonly most: number,
  ) {
    const journal = new MemoryJournal();
    this.journal = journal;
    this.results = new UnkeptResults(journal, cardOf, (record) => this.remember(record));
  }

  /** A finished game, while it is remembered. */
  record(id: GameId): GameRecord | undefined {
    return this.records.get(id);
  }

  private remember(record: GameRecord): void {
    this.records.set(record.id, record);
    for (const id of this.records.keys()) {
      if (this.records.size <= this.most) return;
      this.records.delete(id);
    }
  }
}

class UnkeptResults extends Results {
  constructor(
    private readonly journal: MemoryJournal,
    private readonly cardOf: (player: PlayerId) => PlayerCard,
    private readonly remember: (record: GameRecord) => void,
  ) {
    super();
  }

  async finish(given: Ending): Promise<Ended> {
    const ending: Ending = { ...given, rated: false };
    const cards = new Map(playersOf(ending).map((id) => [id, this.cardOf(id)]));
    const finished = finishedEntry(ending, []);
    this.journal.appendNow(ending.tableId, [...ending.entries.slice(0, -1), finished]);
    this.journal.keepLast(ending.tableId);
    // It is in no order with the games of the club.
    const record = recordOf(ending, 0, [], cards);
    this.remember(record);
    return { finished, record };
  }
}
