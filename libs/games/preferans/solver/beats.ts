/** Whether a card takes a trick from the one that has it; trumps are the cards from `firstTrump` on. */
export const beats = (card: number, winning: number, firstTrump: number): boolean =>
  (card ^ winning) < 8 ? card > winning : card >= firstTrump;
