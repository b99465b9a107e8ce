import { Refusal, type Moment, type PlayedStep, type Seat } from '@trellis/games/kit';
import type { Action } from '../action.js';
import { admits } from '../admits.js';
import { phaseOf, type Phase } from '../deal.js';
import { apply } from '../flow.js';
import { legalActions } from '../legal-actions.js';
import { seatsToAct, type State } from '../state.js';
import { concessionRefusal, contractsAfter } from '../talon.js';
import { broken, DamagedRecord } from './record.js';

/** One decision on the way, and everything that was legal then, in the words of the record. */
export interface ReplayStep {
  readonly deal: number;
  readonly phase: Phase;
  readonly seat: Seat;
  /** Of a contract: what could be named, "-" for giving up; any two of the twelve may go. */
  readonly legal: readonly string[];
}

/** A game that is played again: where it has come to, and all it has gone through. What the rules refuse is damage of the record. */
export class ReplayedGame {
  readonly steps: ReplayStep[] = [];
  readonly moments: Moment<State, Action>[];

  constructor(public state: State) {
    this.moments = [{ state }];
  }

  /** What a seat did, as the record says at `where`. */
  protected act(seat: Seat, action: Action, where: string): void {
    const { state } = this;
    const phase = state.deal && phaseOf(state.deal, state.conventions);
    const [asked] = seatsToAct(state);
    if (phase && asked !== undefined && action.kind !== 'offer' && action.kind !== 'answer') {
      this.steps.push({ deal: state.deal.no, phase, seat: asked, legal: legalNow(state, asked) });
    }
    const admitted = this.admitted(seat, action, where);
    this.reach(apply(state, seat, admitted), { kind: 'acted', seat, action: admitted });
  }

  /** `step` is absent where a deal ended by something the record does not tell. */
  protected reach(state: State, step?: PlayedStep<Action>): void {
    this.state = state;
    this.moments.push({ state, ...(step && { step }) });
  }

  protected turnAt(where: string): Seat {
    const [seat] = seatsToAct(this.state);
    if (seat === undefined) throw broken(where, '3.1', 'nobody is to act');
    return seat;
  }

  private admitted(seat: Seat, action: Action, where: string): Action {
    try {
      return admits(this.state, seat, action);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const rule = error.details?.['rule'];
      throw new DamagedRecord(
        where,
        error.message,
        typeof rule === 'string' ? rule : '3.1',
        error.code,
      );
    }
  }
}

function legalNow(state: State, seat: Seat): string[] {
  const { deal, conventions } = state;
  if (deal && phaseOf(deal, conventions) === 'contract') {
    const { bid } = deal.won!;
    return [...contractsAfter(bid), ...(concessionRefusal(bid, conventions) ? [] : ['-'])];
  }
  return legalActions(state, seat).map((action) =>
    'word' in action ? action.word : 'card' in action ? action.card : action.kind,
  );
}
