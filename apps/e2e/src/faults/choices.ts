import { legalCalls, unfold, type Action, type FoldedView } from '@trellis/games/preferans/rules';
import type { TableView } from '@trellis/wire';

/** What the viewer may do, also where the list is too long to travel and a board works it out from its view. */
export function choicesIn(view: TableView, random: () => number): readonly unknown[] {
  if (view.legal !== true) return view.legal;
  if (view.game !== 'preferans')
    throw new Error(`Nobody here knows how to choose in ${view.game} without a list.`);
  const seen = unfold(view.board as FoldedView);
  const calls = legalCalls(seen, view.viewer);
  if (calls.length > 0 || view.viewer === 'spectator') return calls;
  const hand = seen.deal?.hands[view.viewer] ?? [];
  const discard = hand.length > 10 ? twoOf(hand, random) : [];
  return (seen.deal?.contracts ?? []).map((contract): Action => ({
    kind: 'contract',
    contract,
    discard,
  }));
}

function twoOf<T>(hand: readonly T[], random: () => number): T[] {
  const one = Math.floor(random() * hand.length);
  const other = (one + 1 + Math.floor(random() * (hand.length - 1))) % hand.length;
  return [hand[one]!, hand[other]!];
}
