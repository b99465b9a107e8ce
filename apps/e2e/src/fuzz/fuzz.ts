import { flag } from '../harness/flags.js';
import { fuzz } from './run-fuzz.js';
import { processTarget } from './target.js';

/** `npm run fault:fuzz -- --messages 1000000 --seed 7`. Prints its figures as JSON; ends with 1 when the club did wrong. */
const seed = flag('seed', Date.now() % 1_000_000);
const target = await processTarget();
const begun = performance.now();
try {
  const report = await fuzz(target, {
    seed,
    messages: flag('messages', 10_000),
    accounts: flag('accounts', 256),
    lanes: flag('lanes', 8),
  });
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  console.log(JSON.stringify({ machine: 'fuzz', ...report, seconds }));
  process.exitCode = report.faults.length > 0 ? 1 : 0;
} finally {
  await target.stop();
}
