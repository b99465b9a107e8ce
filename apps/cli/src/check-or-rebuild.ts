import { openStorage, type Storage } from '@trellis/storage';

export type CheckOrRebuild = 'check' | 'rebuild';

export interface Found {
  /** How much was looked at, and how much of it differs. */
  readonly summary: string;
  /** What differs, a line each. */
  readonly differences: readonly string[];
}

const shownAtMost = 20;

/**
 * The command line of `npm run NAME -- check | rebuild`, on the database of DATABASE_URL, or the embedded one in DATA_DIR while
 * the club is stopped. Sets the exit code: 0 when all is right or was corrected, 1 when something differs or fails, 2 when
 * something else was asked.
 */
export async function checkOrRebuild(
  name: string,
  look: (storage: Storage, command: CheckOrRebuild) => Promise<Found>,
): Promise<void> {
  const [command, ...others] = process.argv.slice(2);
  if ((command !== 'check' && command !== 'rebuild') || others.length > 0) {
    console.error(`npm run ${name} -- check | rebuild`);
    process.exitCode = 2;
    return;
  }
  process.exitCode = await run(command, look).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
}

async function run(
  command: CheckOrRebuild,
  look: (storage: Storage, command: CheckOrRebuild) => Promise<Found>,
): Promise<number> {
  const storage = await openStorage({
    databaseUrl: process.env.DATABASE_URL,
    dataDir: process.env.DATA_DIR || './data',
    // Presets matter to profiles only.
    presetOf: () => 'own',
  });
  try {
    const { summary, differences } = await look(storage, command);
    const right = differences.length === 0;
    console.log(`${storage.describe}: ${summary}`);
    for (const difference of differences.slice(0, shownAtMost)) console.log(difference);
    if (differences.length > shownAtMost) console.log('…');
    if (command === 'rebuild')
      console.log(right ? 'Nothing to correct.' : 'Corrected. Restart the club to show it.');
    return right || command === 'rebuild' ? 0 : 1;
  } finally {
    await storage.close();
  }
}
