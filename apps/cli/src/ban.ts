// `npm run ban -- PLAYER --days N --reason "…"` keeps a player out of the club, running or not: within two seconds his
// connections are closed, and he reads the reason and the end, and may appeal. `npm run ban -- PLAYER --lift` lets him in again.
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { isBanned } from '@trellis/players';
import { calledOf, operatorNow, refuseUsage, runPlayerCommand } from './player-command.js';

const dayMs = 24 * 60 * 60 * 1000;
const longest = { days: 3650, reason: 500 };
const usage = `npm run ban -- PLAYER --days 1…${longest.days} --reason "what he reads"
npm run ban -- PLAYER --lift
PLAYER is the id of a player or the address of his page.`;

const { player, days, reason, lift } = asked();
if (!player) refuseUsage(usage);
else if (lift) {
  await runPlayerCommand(player, async ({ justice }, found) => {
    await justice.letIn(found.id, operatorNow(), reason ?? 'Let in by the operator.');
    return `${calledOf(found)} may come in.`;
  });
} else if (isDays(days) && reason) {
  const until = Date.now() + Number(days) * dayMs;
  await runPlayerCommand(player, async ({ justice }, found) => {
    const actor = operatorNow();
    // The ban before gives way to this one, also to a shorter one.
    if (isBanned(found, actor.at)) await justice.letIn(found.id, actor, reason);
    await justice.sanction({
      ...{ id: randomUUID(), player: found.id, kind: 'exclusion', reason, until, ...actor },
    });
    return `${calledOf(found)} is kept out until ${new Date(until).toISOString()}.`;
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
