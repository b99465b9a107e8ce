export { preferans } from './game.js';
export type { Action } from './action.js';
export { legalCalls } from './legal-actions.js';
export type { State } from './state.js';
export type { DealView, LastDealView, View } from './view.js';
export { agreementIn, unfold, type FoldedView } from './folded-view.js';
export { dealCards, type Offer, type Phase } from './deal.js';
export { auctionStanding, type AuctionStanding, type AuctionWord, type Call } from './auction.js';
export { contractsAfter } from './talon.js';
export {
  whisting,
  type Choice,
  type DefenceWord,
  type Said,
  type Whisting,
  type WhistWord,
} from './whist.js';
export { contractOutcome, type Outcome } from './outcome.js';
export type { PlayedTrick } from './play.js';
export * from './bids.js';
export * from './cards.js';
export { cardRefusal, legalCards, winningCard } from './trick.js';
export {
  conventionSchema,
  preferansConventions,
  typed as typedConventions,
  type PreferansConventions,
} from './conventions/index.js';
export {
  amountOf,
  whistsByPair,
  type Entry,
  type ScoreSheet,
  type SheetChange,
} from './score-sheet.js';
export { newPool, nextDeal, writeAll, type Pool } from './pool.js';
export { settle, type Settlement } from './settlement.js';
export { refusals, type RefusalCode } from './refuse.js';
export { ask } from './ask/index.js';
export type { End, EndReason, FinishedDeal } from './state.js';
export { DamagedRecord, recordFormat, type DealRecord, type GameRecord } from './record/record.js';
export { readRecord } from './record/read-record.js';
export { readTextRecord, textLine, textRecord, type TextRecord } from './record/text-record.js';
export { recordGame, type RecordHeader } from './record/write-record.js';
export { replay, type Replay } from './record/replay.js';
export type { ReplayStep } from './record/replayed-game.js';
