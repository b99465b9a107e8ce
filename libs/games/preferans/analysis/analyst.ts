import { seededRandom, type AnalysisPart, type Analyst, type Moment } from '@trellis/games/kit';
import type { Action, State } from '@trellis/games/preferans/rules';
import { CardJudge } from '@trellis/games/preferans/computer';
import { Solver } from '@trellis/games/preferans/solver';
import { chancesIn, judgeContract } from './chances.js';
import { resultsOf } from './expected.js';
import type { DealFinding } from './finding.js';
import { judgeCard } from './judge-card.js';

type Moments = readonly Moment<State, Action>[];

const solver = new Solver();
const judge = new CardJudge();

/** Looks back at Preferans deal by deal, with all cards open and with what each player knew. */
export const analyst: Analyst<State, Action, DealFinding> = {
  version: 1,

  parts(moments: Moments): readonly AnalysisPart[] {
    const dealt = moments.flatMap(({ state, step }, ply) =>
      step?.kind === 'shuffled' && state.deal ? [ply] : [],
    );
    return dealt.map((from, at) => ({ from, to: (dealt[at + 1] ?? moments.length) - 1 }));
  },

  judge(moments: Moments, { from, to }: AnalysisPart): DealFinding {
    // Nothing found in another deal may matter: the same moments give the same finding.
    solver.clear();
    const random = seededRandom(from);
    const dealt = moments[from]!.state;
    const deal = dealt.deal!;
    const { no } = deal;
    const plies = Array.from({ length: to - from }, (_, at) => from + 1 + at);
    const runs = ({ state }: Moments[number]) => state.deal?.no === no;
    const over = plies.map((ply) => moments[ply]!.state.last).find((last) => last?.deal.no === no);
    const named = plies.find((ply) => runs(moments[ply]!) && moments[ply]!.state.deal!.named);
    const begun = plies
      .map((ply) => moments[ply]!.state)
      .find((state) => state.deal?.no === no && state.deal.play);
    const contract =
      named === undefined
        ? undefined
        : judgeContract(deal, moments[named]!.state.deal!, named, solver);
    const cards = plies.flatMap((ply) => {
      const before = moments[ply - 1]!.state;
      return judgeCard(before, moments[ply]!.step, ply, { solver, judge, random }) ?? [];
    });
    return {
      no,
      from,
      to,
      ...(over?.outcome && { outcome: over.outcome }),
      ...(contract && { contract }),
      cards,
      chances: chancesIn(deal, solver),
      ...resultsOf(dealt, begun, over?.outcome, contract),
    };
  },
};
