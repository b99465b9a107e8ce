import { flag } from '../harness/flags.js';
import { scanForLeaks } from './leak-scan.js';
import { compareTwins } from './twins.js';

/**
 * `npm run fault:leaks -- --deals 5000 --twins 500 --seed 7`. Prints its figures as JSON; ends with 1 when
 * something leaked.
 */
const seed = flag('seed', Date.now() % 1_000_000);
const begun = performance.now();
const scan = await scanForLeaks({ deals: flag('deals', 300), seed, tables: flag('tables', 4) });
const twins = await compareTwins({ pairs: flag('twins', 20), seed });
console.log(
  JSON.stringify({
    machine: 'leaks',
    ...scan,
    twins: twins.pairs,
    compared: twins.compared,
    hits: scan.hits.length,
    differences: twins.differences.length,
    first: [...scan.hits, ...twins.differences].slice(0, 5),
    seconds: Math.round((performance.now() - begun) / 100) / 10,
  }),
);
process.exit(scan.hits.length + twins.differences.length > 0 ? 1 : 0);
