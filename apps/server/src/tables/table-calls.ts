import { Refusal } from '@trellis/games/kit';
import type { PlayerId, TableId } from '@trellis/facade';
import { fairnessSoFar, pastOf, viewerOf, type Games, type Table } from '@trellis/tables';
import type { Answers } from '@trellis/wire';
import type { NodeMessages } from '../nodes/node-messages.js';
import type { TableBook } from './table-book.js';

/** What is asked of a table and adds nothing to its journal, or is answered with more than the new `seq`. */
export interface TableCall {
  readonly tableId: TableId;
  readonly player?: PlayerId;
  readonly call:
    | { readonly kind: 'past'; readonly from: number }
    | { readonly kind: 'fairness' }
    | { readonly kind: 'automatic'; readonly on: boolean }
    | { readonly kind: 'contribute'; readonly gameId: string; readonly contribution: string };
}

/** Calls are answered by the process that owns the table. */
export class TableCalls {
  constructor(
    private readonly tables: TableBook,
    private readonly messages: NodeMessages,
    private readonly games: Games,
  ) {
    messages.answer('table:call', (call) => this.here(call));
  }

  past(tableId: TableId, from: number): Promise<Answers['table:past']> {
    return this.ask({ tableId, call: { kind: 'past', from } });
  }

  fairness(tableId: TableId, player?: PlayerId): Promise<Answers['table:fairness']> {
    return this.ask({ tableId, ...(player && { player }), call: { kind: 'fairness' } });
  }

  automatic(tableId: TableId, player: PlayerId, on: boolean): Promise<Answers['table:automatic']> {
    return this.ask({ tableId, player, call: { kind: 'automatic', on } });
  }

  contribute(
    tableId: TableId,
    player: PlayerId,
    contributed: { readonly gameId: string; readonly contribution: string },
  ): Promise<Answers['table:contribute']> {
    return this.ask({ tableId, player, call: { kind: 'contribute', ...contributed } });
  }

  private async ask<Answer extends object>(call: TableCall): Promise<Answer> {
    const answer = await this.tables.reach(
      call.tableId,
      () => this.here(call),
      (owner) => this.messages.ask(owner, 'table:call', call),
    );
    return answer as Answer;
  }

  private async here({ tableId, player, call }: TableCall): Promise<object> {
    switch (call.kind) {
      case 'past': {
        const table = await this.tables.read(tableId);
        const gameId = 'gameId' in table ? table.gameId : '';
        return { gameId, past: pastOf(table, this.games).slice(call.from) };
      }
      case 'fairness': {
        const table = await this.tables.read(tableId);
        // What is over has its record, which tells everything.
        if (table.phase !== 'playing') throw new Refusal('not-now');
        return { gameId: table.gameId, fairness: fairnessSoFar(table, viewerOf(table, player)) };
      }
      case 'automatic':
        await this.tables.automatic(tableId, player!, call.on);
        return {};
      case 'contribute': {
        const { gameId, contribution } = call;
        const asked = { kind: 'contribute', player: player!, gameId, contribution } as const;
        const seq = await this.tables.handleHere(tableId, asked);
        return { seq, counts: contributionOf(await this.tables.read(tableId), player!) };
      }
    }
  }
}

function contributionOf(table: Table, player: PlayerId): string | null {
  const seat = viewerOf(table, player);
  if (table.phase !== 'playing' || seat === 'spectator') return null;
  return table.fair?.contributions[seat] ?? null;
}
