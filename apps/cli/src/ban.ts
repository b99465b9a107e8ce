// `npm run ban -- PLAYER --days N --reason "…"` keeps a player out of the club, running or not: within two seconds his
// connections are closed, and he reads the reason and the end. `npm run ban -- PLAYER --lift` lets him in again.
import { parseArgs } from 'node:util';
import { calledOf, refuseUsage, runPlayerCommand } from './player-command.js';

const dayMs = 24 * 60 * 60 * 1000;
const longest = { days: 3650, reason: 500 };
const usage = `npm run ban -- PLAYER --days 1…${longest.days} --reason "what he reads"
npm run ban -- PLAYER --lift
PLAYER is the id of a player or the address of his page.`;

const { player, days, reason, lift } = asked();
if (!player) refuseUsage(usage);
else if (lift) {
  await runPlayerCommand(player, async (players, { id }) => {
    return `${calledOf(await players.setBan(id, null))} may come in.`;
  });
} else if (isDays(days) && reason) {
  const until = Date.now() + Number(days) * dayMs;
  await runPlayerCommand(player, async (players, { id }) => {
    const banned = await players.setBan(id, { reason, until });
    return `${calledOf(banned)} is kept out until ${new Date(until).toISOString()}.`;
  });
} else refuseUsage(usage);

interface Asked {
  readonly player?: string;
  readonly days?: string;
  readonly reason?: string;
  readonly lift?: boolean;
}

function asked(): Asked {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        days: { type: 'string' },
        reason: { type: 'string' },
        lift: { type: 'boolean', default: false },
      },
    });
    const [player, ...others] = positionals;
    const reason = values.reason?.trim();
    const wrong = others.length > 0 || (reason?.length ?? 0) > longest.reason;
    return { ...values, reason, player: wrong ? undefined : player };
  } catch {
    return {};
  }
}

function isDays(days: string | undefined): boolean {
  return /^\d+(\.\d+)?$/.test(days ?? '') && Number(days) > 0 && Number(days) <= longest.days;
}
