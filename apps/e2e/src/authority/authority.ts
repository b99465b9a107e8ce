import { checkAuthority } from './check-authority.js';

/** `npm run fault:authority`. Prints its figures as JSON; ends with 1 when something is not as declared. */
const begun = performance.now();
const report = await checkAuthority();
const seconds = Math.round((performance.now() - begun) / 100) / 10;
console.log(JSON.stringify({ machine: 'authority', ...report, seconds }));
process.exit(report.faults.length > 0 ? 1 : 0);
