// `npm run delete-player -- PLAYER --yes` deletes a player's account and that of his programs, in a running club too.
// His games and results stay under a neutral name. It cannot be taken back.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountMarks } from '@trellis/storage';
import type { AccountMark } from '@trellis/players';
import { calledOf, refuseUsage, runPlayerCommand } from './player-command.js';

const [player, sure, ...others] = process.argv.slice(2);
if (!player || sure !== '--yes' || others.length > 0)
  refuseUsage(`npm run delete-player -- PLAYER --yes
PLAYER is the id of a player or the address of his page. It cannot be taken back.`);
else
  await runPlayerCommand(player, async ({ players }, found) => {
    const accounts = await players.delete(found.id, Date.now() + 1, markOf);
    const programs = accounts.length > 1 ? ', and the account of his programs' : '';
    return `The account of ${calledOf(found)} is deleted${programs}.`;
  });

/** Made as the club makes them, or it would not know the one that a ban leaves behind; asked for only then. */
function markOf(account: Parameters<AccountMark>[0]): string {
  const { SESSION_SECRET, DATA_DIR } = process.env;
  const kept = join(DATA_DIR || './data', 'session-secret');
  const secret = SESSION_SECRET || (existsSync(kept) && readFileSync(kept, 'utf8').trim());
  if (!secret)
    throw new Error(
      'He is banned, and so that he stays out the club’s SESSION_SECRET is needed: set it as the club has it, or lift the ban first.',
    );
  return accountMarks(secret)(account);
}
