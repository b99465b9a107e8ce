import { Refusal } from '@trellis/games/kit';
import type { TableId } from '@trellis/facade';
import { rulesOf } from './evolve.js';
import type { Clock, Games, Thinker } from './ports.js';
import type { Request } from './request.js';
import type { TableOf } from './table.js';

/**
 * When a claim is settled by its proof, or left to be answered (ms): long enough for the prover, and the same for both, so
 * that neither the wait nor its length tells anything.
 */
export const proofTime = 1000;

export interface ProofsParts {
  readonly clock: Clock;
  readonly thinker: Thinker;
  readonly games: Games;
  readonly report: (error: unknown, tableId: TableId) => void;
}

interface Proof {
  readonly claim: string;
  readonly done: Promise<void>;
  readonly end: () => void;
}

/** Looks at what players of one table claim, and settles what can be proven. The answer enters the journal. */
export class Proofs {
  private proof: Proof | undefined;
  /** The claim that was looked at last, whatever came of it. */
  private known: string | undefined;

  constructor(
    private readonly parts: ProofsParts,
    private readonly settle: (request: Extract<Request, { kind: 'prove' }>) => Promise<unknown>,
  ) {}

  get underWay(): boolean {
    return this.proof !== undefined;
  }

  /** Resolves when the claim that is being looked at has been settled, or is left to be answered. */
  async done(): Promise<void> {
    await this.proof?.done;
  }

  look(table: TableOf<'playing'>): void {
    const claim = rulesOf(table, this.parts.games).claim?.(table.state);
    if (claim?.id === this.known) return;
    this.stop();
    this.known = claim?.id;
    if (claim) this.begin(table, claim);
  }

  stop(): void {
    this.proof?.end();
    this.known = undefined;
  }

  private begin(
    table: TableOf<'playing'>,
    { id, question }: { readonly id: string; readonly question: unknown },
  ): void {
    const { clock, thinker, report } = this.parts;
    const found = thinker.prove({ game: table.game, question }).catch((error: unknown) => {
      report(error, table.id);
      return false;
    });
    let resolve = () => {};
    const done = new Promise<void>((settled) => (resolve = settled));
    const cancel = clock.at(clock.now() + proofTime, () => {
      void found
        .then((holds) =>
          holds && this.proof === proof ? this.settle({ kind: 'prove', claim: id }) : 0,
        )
        .catch((error: unknown) => {
          if (!(error instanceof Refusal)) report(error, table.id);
        })
        .finally(end);
    });
    const end = () => {
      cancel();
      if (this.proof === proof) this.proof = undefined;
      resolve();
    };
    const proof: Proof = { claim: id, done, end };
    this.proof = proof;
  }
}
