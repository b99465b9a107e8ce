// `npm run delete-player -- PLAYER --yes` deletes a player's account and that of his programs, in a running club too.
// His games and results stay under a neutral name. It cannot be taken back.
import { calledOf, refuseUsage, runPlayerCommand } from './player-command.js';

const [player, sure, ...others] = process.argv.slice(2);
if (!player || sure !== '--yes' || others.length > 0)
  refuseUsage(`npm run delete-player -- PLAYER --yes
PLAYER is the id of a player or the address of his page. It cannot be taken back.`);
else
  await runPlayerCommand(player, async ({ players }, found) => {
    const accounts = await players.delete(found.id, Date.now() + 1);
    const programs = accounts.length > 1 ? ', and the account of his programs' : '';
    return `The account of ${calledOf(found)} is deleted${programs}.`;
  });
