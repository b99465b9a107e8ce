// `npm run demo [-- --anyway]` fills the club of DATABASE_URL, or the embedded one in DATA_DIR while the club is stopped,
// with people, games and posts: for trying it and for pictures.
import { presetIdOf } from '@trellis/games/catalog/games';
import { openStorage } from '@trellis/storage';
import { fillClub, isOnlyDemo } from './fill-club.js';

const [flag, ...others] = process.argv.slice(2);
if ((flag !== undefined && flag !== '--anyway') || others.length > 0) {
  console.error('npm run demo [-- --anyway]');
  process.exitCode = 2;
} else {
  process.exitCode = await run(flag === '--anyway').catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
}

async function run(anyway: boolean): Promise<number> {
  const began = performance.now();
  const storage = await openStorage({
    databaseUrl: process.env.DATABASE_URL,
    dataDir: process.env.DATA_DIR || './data',
    presetOf: presetIdOf,
  });
  try {
    if (!anyway && !(await isOnlyDemo(storage))) {
      console.error(
        `There are people in the ${storage.describe}. To add those of the demo all the same: npm run demo -- --anyway`,
      );
      return 1;
    }
    const filled = await fillClub(storage, { now: Date.now(), progress: console.log });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `${storage.describe}: ${filled.people} people; new: ${filled.games} games, ${filled.posts} posts (${seconds} s).`,
    );
    console.log('npm start, and sign in as "Ann Archer" or any of them.');
    return 0;
  } finally {
    await storage.close();
  }
}
