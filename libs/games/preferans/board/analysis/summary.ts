import type { CardFinding, DealFinding, Part } from '@trellis/games/preferans/analysis';

/** What a player gave away, in all deals that were judged. */
export interface PlayerSummary {
  /** Tricks, all cards open. */
  readonly gave: Readonly<Record<Exclude<Part, 'raspasy'>, number>>;
  /** Whists, by what he knew: only of cards where another one stood out. */
  readonly knownLoss: number;
}

export function summaryOf(findings: readonly DealFinding[], seat: number): PlayerSummary {
  const gave = { declarer: 0, defender: 0, misere: 0 };
  let knownLoss = 0;
  for (const { cards, contract } of findings) {
    if (contract?.declarer === seat) {
      gave[contract.contract === 'M' ? 'misere' : 'declarer'] += discardGave(contract);
    }
    for (const card of cards) {
      if (card.seat !== seat) continue;
      if (card.part !== 'raspasy') gave[card.part] += card.open?.gave ?? 0;
      if (card.knew?.stands) knownLoss += card.knew.lost;
    }
  }
  return { gave, knownLoss };
}

/** Tricks that another discard would have kept for what was named. */
export const discardGave = ({ tricks, best }: NonNullable<DealFinding['contract']>): number =>
  Math.abs(best.tricks - tricks);

/** A player's results added up deal by deal. */
export function runningResults(
  findings: readonly DealFinding[],
  seat: number,
): readonly { readonly no: number; readonly actual: number; readonly expected: number }[] {
  let actual = 0;
  let expected = 0;
  return findings.map((finding) => {
    actual += finding.actual[seat] ?? 0;
    expected += finding.expected[seat] ?? 0;
    return { no: finding.no, actual, expected };
  });
}

/** The card that a step played, and its deal. */
export function foundAt(
  findings: readonly DealFinding[],
  ply: number,
): { readonly deal?: DealFinding; readonly card?: CardFinding } {
  const deal = findings.find(({ from, to }) => from <= ply && ply <= to);
  const card = deal?.cards.find((each) => each.ply === ply);
  return { ...(deal && { deal }), ...(card && { card }) };
}
