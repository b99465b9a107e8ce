import type { PaintRound } from '@trellis/facade';

/** Rounds of painting outlive the process; `ClubStore` reads them back. */
export abstract class PaintResults {
  /** The same round twice is one. */
  abstract save(round: PaintRound): Promise<void>;
}
