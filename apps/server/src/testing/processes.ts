import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryStorage, openStorage, type Storage } from '@trellis/storage';
import { presetNamed } from '../facts/facts.module.js';
import { SystemClock } from '../machine/system-clock.js';
import { TestClub, type TestClubOptions } from './test-club.js';

export interface ProcessesOptions extends TestClubOptions {
  /** Default: one in memory. */
  readonly storage?: Storage;
}

/** Processes of one club, as far as each can tell: all they share is the storage, and a Redis where one is named. */
export class Processes {
  private readonly started: TestClub[] = [];

  private constructor(
    readonly storage: Storage,
    private readonly options: TestClubOptions = {},
    /** Where its database is, if it has one. */
    readonly folder = '',
  ) {}

  /** Two, until `another` is asked for. */
  static async start({
    storage = memoryStorage({ presetOf: presetNamed }),
    ...options
  }: ProcessesOptions = {}): Promise<Processes> {
    return new Processes(storage, options).begin();
  }

  /** Two over one embedded database, which know nothing else of each other. */
  static async overDatabase(): Promise<Processes> {
    const folder = await mkdtemp(join(tmpdir(), 'trellis-processes-'));
    const storage = await openStorage({ dataDir: folder, presetOf: presetNamed });
    return new Processes(storage, {}, folder).begin();
  }

  get one(): TestClub {
    return this.started[0]!;
  }

  get two(): TestClub {
    return this.started[1]!;
  }

  /** Those that have not been stopped. */
  get all(): readonly TestClub[] {
    return this.started;
  }

  /** What any of them logged as an error. */
  get errors(): readonly string[] {
    return this.started.flatMap(({ errors }) => errors);
  }

  /** One more. */
  async another(): Promise<TestClub> {
    const club = await TestClub.start(this.storage, new SystemClock(), this.options);
    this.started.push(club);
    return club;
  }

  /** This one, in order; the others go on. */
  async end(club: TestClub): Promise<void> {
    this.started.splice(this.started.indexOf(club), 1);
    await club.stop();
  }

  async stop(): Promise<void> {
    await Promise.all(this.started.splice(0).map((club) => club.stop()));
    if (!this.folder) return;
    await this.storage.close();
    await rm(this.folder, { recursive: true });
  }

  private async begin(): Promise<this> {
    const begun = await Promise.allSettled([this.another(), this.another()]);
    const failed = begun.find((each) => each.status === 'rejected');
    if (!failed) return this;
    await this.stop();
    throw failed.reason;
  }
}
