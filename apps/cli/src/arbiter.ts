// `npm run arbiter -- grant PLAYER "why"` makes a player an arbiter, `revoke` makes him one no longer, `list` tells who is one. In a
// running club too, and at once. Both are written to the audit log.
import { withPlayers } from '@trellis/storage';
import { calledOf, operatorNow, refuseUsage, runPlayerCommand } from './player-command.js';

const usage = `npm run arbiter -- grant PLAYER "why"
npm run arbiter -- revoke PLAYER "why"
npm run arbiter -- list
PLAYER is the id of a player or the address of his page.`;

const [command, player, reason, ...others] = process.argv.slice(2);
if (command === 'list' && player === undefined) await list();
else if (!isChange(command) || !player || !reason?.trim() || reason.length > 500 || others.length)
  refuseUsage(usage);
else
  await runPlayerCommand(player, async ({ justice }, found) => {
    const is = command === 'grant';
    const changed = await justice.setArbiter(found.id, is, operatorNow(), reason.trim());
    const already = changed ? '' : ' already';
    return `${calledOf(found)} is ${is ? 'an arbiter' : 'no arbiter'}${already}.`;
  });

function isChange(given: string | undefined): boolean {
  return given === 'grant' || given === 'revoke';
}

async function list(): Promise<void> {
  const { DATABASE_URL: databaseUrl, DATA_DIR } = process.env;
  const place = { databaseUrl, dataDir: DATA_DIR || './data' };
  try {
    const arbiters = await withPlayers(place, ({ justice }) => justice.arbiters());
    for (const { id, name } of arbiters) console.log(`${name} (${id})`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
