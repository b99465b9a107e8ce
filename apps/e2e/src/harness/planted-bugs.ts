import type { Server } from 'node:http';
import { HttpAdapterHost } from '@nestjs/core';
import type { RunningClub } from '@trellis/server/running-club';
import type { Storage } from '@trellis/storage';
import { Refusal } from '@trellis/games/kit';
import { Tables, type Journal, type Results } from '@trellis/tables';
import { journalWith } from './journal-with.js';

/** Bugs between the club and its storage. */
const inStorage = {
  /** Says "written" at once and writes a little later: a crash in between loses what was acknowledged. */
  'answers-early': (storage) => ({ ...storage, journal: answersEarly(storage.journal) }),
  /** Says "written" and forgets one move in ten. */
  forgets: (storage) => ({ ...storage, journal: forgets(storage.journal) }),
  /** Writes the end of each game, and the same game once more under another name. */
  'ends-twice': (storage) => ({ ...storage, results: endsTwice(storage.results) }),
} satisfies Record<string, (storage: Storage) => Storage>;

/** Bugs of the club that runs. */
const inClub = {
  /** Whoever does not finish his request is never cut off. */
  'waits-for-ever': (club) => {
    const server = club.get(HttpAdapterHost).httpAdapter.getHttpServer() as Server;
    Object.assign(server, { headersTimeout: 0, requestTimeout: 0 });
  },
  /** Who comes too late hears "yes" all the same. */
  'says-yes': (club) => {
    const tables = club.get(Tables);
    const handle = tables.handle.bind(tables);
    tables.handle = (tableId, request) =>
      handle(tableId, request).catch(async (error: unknown) => {
        if (error instanceof Refusal) return (await tables.read(tableId)).seq;
        throw error;
      });
  },
} satisfies Record<string, (club: RunningClub) => void>;

/** Bugs that a fault machine must catch. The harness puts them into its club; the club itself has no switch for them. */
export type PlantedBug = keyof typeof inStorage | keyof typeof inClub;

export function isPlantedBug(name: string): name is PlantedBug {
  return Object.hasOwn(inStorage, name) || Object.hasOwn(inClub, name);
}

export function plantInStorage(name: PlantedBug | undefined, storage: Storage): Storage {
  const plant = Object.entries(inStorage).find(([bug]) => bug === name)?.[1];
  return plant ? plant(storage) : storage;
}

export function plantInClub(name: PlantedBug | undefined, club: RunningClub): void {
  Object.entries(inClub).find(([bug]) => bug === name)?.[1](club);
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
