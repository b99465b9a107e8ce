import type { Server } from 'node:http';
import { HttpAdapterHost } from '@nestjs/core';
import type { RunningClub } from '@trellis/server/running-club';
import type { Storage } from '@trellis/storage';
import { CoolingOff } from '@trellis/server/sockets/cooling-off';
import { Refusal } from '@trellis/games/kit';
import type { Cluster } from '@trellis/server/nodes/cluster';
import { JournalConflict, Tables, type Journal, type Results } from '@trellis/tables';
import { journalWith } from './journal-with.js';

/** Bugs between the club and its storage. */
const inStorage = {
  /** Says "written" at once and writes a little later: a crash in between loses what was acknowledged. */
  'answers-early': (storage) => ({ ...storage, journal: answersEarly(storage.journal) }),
  /** Says "written" and forgets one move in ten. */
  forgets: (storage) => ({ ...storage, journal: forgets(storage.journal) }),
  /** Reads one journal after another, and slowly: a club with many tables is back late. */
  'wakes-slowly': (storage) => ({ ...storage, journal: wakesSlowly(storage.journal) }),
  /** Writes the end of each game, and the same game once more under another name. */
  'ends-twice': (storage) => ({ ...storage, results: endsTwice(storage.results) }),
  /** Where another process has written first it writes all the same, behind it. */
  'writes-anyway': (storage) => ({ ...storage, journal: writesAnyway(storage.journal) }),
  /** Nobody knows when a process was last alive: clocks run on without an owner. */
  'gives-no-credit': (storage) => ({ ...storage, journal: givesNoCredit(storage.journal) }),
} satisfies Record<string, (storage: Storage) => Storage>;

/** Bugs between the processes of a club. */
const inCluster = {
  /** The tables of a process that is gone stay where they are. */
  'never-takes-over': ({ directory }) => {
    const locate = directory.locate.bind(directory);
    const left = new Set<string>();
    directory.adopt = () => Promise.resolve(new Map());
    directory.locate = async (tableId) => {
      const place = await locate(tableId);
      if (place?.mine && place.before) left.add(tableId);
      return place?.mine && left.has(tableId) ? { mine: false, owner: 'nobody' } : place;
    };
  },
  /** A process that stops says nothing: the others must find out. */
  'leaves-without-a-word': (cluster) => {
    const { directory, messages } = cluster;
    const tellAll = messages.tellAll.bind(messages);
    directory.handOver = () => Promise.resolve();
    cluster.stop = () => Promise.resolve();
    messages.tellAll = (subject, told) => {
      if (subject !== 'leaving') tellAll(subject, told);
    };
  },
  /** Whoever was out of touch goes on as if nothing had been said meanwhile. */
  'asks-nobody': ({ messages }) => {
    messages.onBack = () => undefined;
  },
  /** Whoever was in a process that is gone seems to be there still. */
  'keeps-ghosts': ({ messages }) => {
    messages.onGone = () => undefined;
  },
} satisfies Record<string, (cluster: Cluster) => void>;

/** Bugs of the club that runs. */
const inClub = {
  /** Whoever does not finish his request is never cut off. */
  'waits-for-ever': (club) => {
    const server = club.get(HttpAdapterHost).httpAdapter.getHttpServer() as Server;
    Object.assign(server, { headersTimeout: 0, requestTimeout: 0 });
  },
  /** A stop tells everybody to come back in the same instant. */
  'calls-all-together': (club) => {
    Object.assign(club, { drawReturn: () => 500 });
  },
  /** Who was closed because he asked too much comes back at once. */
  'never-cools-off': (club) => {
    club.get(CoolingOff).begin = () => 0;
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
export type PlantedBug = keyof typeof inStorage | keyof typeof inCluster | keyof typeof inClub;

export function isPlantedBug(name: string): name is PlantedBug {
  return [inStorage, inCluster, inClub].some((bugs) => Object.hasOwn(bugs, name));
}

export function plantInStorage(name: PlantedBug | undefined, storage: Storage): Storage {
  const plant = Object.entries(inStorage).find(([bug]) => bug === name)?.[1];
  return plant ? plant(storage) : storage;
}

/** Before the club begins with it. */
export function plantInCluster(name: PlantedBug | undefined, cluster: Cluster): void {
  Object.entries(inCluster).find(([bug]) => bug === name)?.[1](cluster);
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

/** How often somebody else may be faster. */
const mostTries = 20;

function writesAnyway(real: Journal): Journal {
  return journalWith(real, async (tableId, entries) => {
    let behind = entries;
    for (let tries = 1; ; tries++) {
      try {
        return await real.append(tableId, behind);
      } catch (error) {
        // Where the journal stays as it is, a conflict is about something else.
        if (!(error instanceof JournalConflict) || tries === mostTries) throw error;
        const last = await real.newest(tableId);
        behind = entries.map((entry, index) => ({ ...entry, seq: last + 1 + index }));
      }
    }
  });
}

function givesNoCredit(real: Journal): Journal {
  const journal = journalWith(real, (tableId, entries) => real.append(tableId, entries));
  return Object.assign(journal, { lastBeat: () => Promise.resolve(null) });
}

function wakesSlowly(real: Journal): Journal {
  let reading: Promise<unknown> = Promise.resolve();
  const journal = journalWith(real, (tableId, entries) => real.append(tableId, entries));
  return Object.assign(journal, {
    read: (tableId: string) => {
      const read = reading
        .then(() => new Promise((resolve) => setTimeout(resolve, 100)))
        .then(() => real.read(tableId));
      reading = read.catch(() => undefined);
      return read;
    },
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
