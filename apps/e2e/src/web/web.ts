import { ClubProcess } from '../harness/club-process.js';
import { flag } from '../harness/flags.js';
import { tryFromOutside } from './from-outside.js';
import { showHostileText } from './hostile-text.js';

/** `npm run fault:web -- --pages 60`. Prints its figures as JSON; ends with 1 when something got through. */
const begun = performance.now();
const club = await ClubProcess.start({ env: { DEMO_SIGN_IN: 'on', LOG_LEVEL: 'error' } });
try {
  const outside = await tryFromOutside(club.url);
  const text = await showHostileText(club.url, { pages: flag('pages', 60) });
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  console.log(JSON.stringify({ machine: 'web', outside, text, seconds }));
  process.exitCode = outside.faults.length + text.faults.length > 0 ? 1 : 0;
} finally {
  await club.remove();
}
