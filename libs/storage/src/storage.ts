import type { ClubStore } from '@trellis/facade';
import type { ChatLines } from '@trellis/chat';
import type { ForumStore } from '@trellis/forum';
import type { PaintResults } from '@trellis/grid';
import type { Aftermath, Justice } from '@trellis/justice';
import type { NoticeStore } from '@trellis/notices';
import type { People } from '@trellis/people';
import type { PersonalData, Players, Tokens } from '@trellis/players';
import type { Journal, Results } from '@trellis/tables';
import type { Ledger } from './ledger.js';
import type { StoredTallies } from './stored-tallies.js';

export interface StorageLoad {
  /** Statements that wrote entries of journals, and how many appends they carried, since the start. */
  readonly commits: number;
  readonly appends: number;
  readonly connections: number;
  readonly idle: number;
  /** Queries that wait for a connection. */
  readonly waiting: number;
}

/** One adapter for every port, over one database. */
export interface Storage {
  readonly journal: Journal;
  readonly results: Results;
  readonly players: Players;
  readonly tokens: Tokens;
  readonly personalData: PersonalData;
  readonly chatLines: ChatLines;
  readonly forum: ForumStore;
  readonly people: People;
  readonly notices: NoticeStore;
  readonly justice: Justice;
  readonly aftermath: Aftermath;
  readonly paintResults: PaintResults;
  readonly clubStore: ClubStore;
  readonly ledger: Ledger;
  readonly tallies: StoredTallies;
  /** For the line at the start: `embedded Postgres in ./data`. Never a password. */
  readonly describe: string;
  /** What its database has to do; left out where there is none. */
  readonly load?: () => StorageLoad;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  /** After it nothing may be asked; what was acknowledged is on disk. */
  close(): Promise<void>;
}
