import type { Storage } from '@trellis/storage';
import type { Journal, Results } from '@trellis/tables';
import { journalWith } from './journal-with.js';

/**
 * Bugs that a fault machine must catch. The harness puts them between the club and its storage; the club itself has
 * no switch for them.
 */
export const plantedBugs = {
  /** Says "written" at once and writes a little later: a crash in between loses what was acknowledged. */
  'answers-early': (storage) => ({ ...storage, journal: answersEarly(storage.journal) }),
  /** Says "written" and forgets one move in ten. */
  forgets: (storage) => ({ ...storage, journal: forgets(storage.journal) }),
  /** Writes the end of each game, and the same game once more under another name. */
  'ends-twice': (storage) => ({ ...storage, results: endsTwice(storage.results) }),
} satisfies Record<string, (storage: Storage) => Storage>;

export type PlantedBug = keyof typeof plantedBugs;

export function isPlantedBug(name: string): name is PlantedBug {
  return Object.hasOwn(plantedBugs, name);
}

function answersEarly(real: Journal): Journal {
  let writing: Promise<unknown> = Promise.resolve();
  return journalWith(real, (tableId, entries) => {
    writing = writing
      .then(() => new Promise((resolve) => setTimeout(resolve, 20)))
      .then(() => real.append(tableId, entries))
      .catch(() => undefined);
    return Promise.resolve();
  });
}

function forgets(real: Journal): Journal {
  let moves = 0;
  return journalWith(real, (tableId, entries) => {
    const isMove = entries.some(({ kind }) => kind === 'acted');
    return isMove && ++moves % 10 === 0 ? Promise.resolve() : real.append(tableId, entries);
  });
}

function endsTwice(real: Results): Results {
  return {
    finish: async (ending) => {
      const ended = await real.finish(ending);
      const entries = ending.entries.map((entry, index) => ({ ...entry, seq: index + 1 }));
      const again = { gameId: `${ending.gameId}-again`, tableId: `${ending.tableId}-again` };
      await real.finish({ ...ending, ...again, entries });
      return ended;
    },
  };
}
