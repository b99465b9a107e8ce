import { personOf, shownName, type Player } from '@trellis/players';
import type { Actor } from '@trellis/justice';
import { withPlayers, type OperatorsClub } from '@trellis/storage';

/** What an operator's command about one player does; answers with what is said of it. */
export type PlayerWork = (club: OperatorsClub, player: Player) => Promise<string>;

/**
 * Finds the person (of a program's account the one behind it) and works on him, in a running club too. `named` is his id, or the
 * address of his page. Says what was done, or in a sentence why not; sets the exit code.
 */
export async function runPlayerCommand(named: string, work: PlayerWork): Promise<void> {
  const { DATABASE_URL: databaseUrl, DATA_DIR } = process.env;
  const id = named.replace(/[?#].*$/, '').replace(/^.*\//, '');
  try {
    const said = await withPlayers({ databaseUrl, dataDir: DATA_DIR || './data' }, async (club) => {
      const { players } = club;
      const found = await players.find(id);
      const player = found && (await players.find(personOf(found)));
      if (!player) throw new Error(`The club knows no player ${id}.`);
      if (player.deletedAt !== null) throw new Error(`The account of ${id} is deleted already.`);
      return work(club, player);
    });
    console.log(said);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

export function refuseUsage(usage: string): void {
  console.error(usage);
  process.exitCode = 2;
}

/** Who a command acts for, in the audit log. */
export const operatorNow = (): Actor => ({ origin: 'operator', by: null, at: Date.now() });

/** "Anna Karenina (3f9…)" */
export const calledOf = (player: Player): string => `${shownName(player)} (${player.id})`;
