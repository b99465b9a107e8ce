import type { Fact } from '@trellis/facade';
import { LocalBus } from '@trellis/server/facts/local-bus';
import type { Storage } from '@trellis/storage';
import type { Results } from '@trellis/tables';
import { journalWith } from './journal-with.js';

/**
 * Points inside the process where it can be made to die, between what the club has done and what it does next. The
 * points between statements lie outside, on the wire to the database (`postgres-wire.ts`).
 */
export const innerPoints = [
  'a move is decided, not yet written',
  'a move is durable, not yet applied',
  'an end is decided, the database has not been asked',
  'an end is durable, not yet applied',
  'an end is applied, its fact not yet published',
  'the fact of an end is published, nothing is shown',
  'an end is shown, not yet acknowledged',
] as const;

export type InnerPoint = (typeof innerPoints)[number];

export function isInnerPoint(name: string): name is InnerPoint {
  return innerPoints.some((point) => point === name);
}

/** Called wherever a point is reached. */
export type Reached = (point: InnerPoint) => void;

export function storageWithPoints(storage: Storage, reached: Reached): Storage {
  const journal = journalWith(storage.journal, async (tableId, entries) => {
    const isMove = entries.some(({ kind }) => kind === 'acted');
    if (isMove) reached('a move is decided, not yet written');
    await storage.journal.append(tableId, entries);
    if (isMove) reached('a move is durable, not yet applied');
  });
  const results: Results = {
    finish: async (ending) => {
      reached('an end is decided, the database has not been asked');
      const ended = await storage.results.finish(ending);
      reached('an end is durable, not yet applied');
      return ended;
    },
  };
  return { ...storage, journal, results };
}

/** Publishing is where the end of a game meets memory, pages and halls. */
export class BusWithPoints extends LocalBus {
  private endIsOut = false;

  constructor(
    report: (error: unknown) => void,
    private readonly reached: Reached,
  ) {
    super(report);
  }

  override publish(fact: Fact): void {
    if (fact.kind === 'game-finished')
      this.reached('an end is applied, its fact not yet published');
    super.publish(fact);
    if (fact.kind === 'game-finished') {
      this.endIsOut = true;
      this.reached('the fact of an end is published, nothing is shown');
    } else if (this.endIsOut && fact.kind === 'table-changed') {
      this.endIsOut = false;
      // The views of this step are sent in the same turn; the acknowledgement needs another one.
      process.nextTick(() => this.reached('an end is shown, not yet acknowledged'));
    }
  }
}
