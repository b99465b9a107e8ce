import type { Lang } from './board.js';
import type { Moment } from './notation.js';

/**
 * Looks back at a finished game, part by part, when nothing is hidden any more. It may think for long: it runs
 * in a worker of the reader's browser, never where pages or moves are served.
 */
export interface Analyst<State = unknown, Action = unknown, Finding = unknown> {
  /** Another one where the findings differ: what was kept of an older version is of no use then. */
  readonly version: number;
  /** The parts of a game that are judged one by one: each holds the moments `from` … `to`. */
  parts(moments: readonly Moment<State, Action>[]): readonly AnalysisPart[];
  /** Plain data. The same moments give the same finding. */
  judge(moments: readonly Moment<State, Action>[], part: AnalysisPart): Finding;
}

export interface AnalysisPart {
  readonly from: number;
  readonly to: number;
}

/** An analyst whose types do not matter to the caller. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- State is invariant; `unknown` would refuse every real one.
export type AnyAnalyst = Analyst<any, any, any>;

/** What a replay shows beside a step that was judged. */
export interface StepMark {
  /** A few characters: "−1". */
  readonly sign: string;
  /** The same for who cannot see it, in words. */
  readonly label: string;
  /** One the reader wants to be led to. */
  readonly isMistake: boolean;
}

export interface AnalysisProps<Finding = unknown> {
  /** By part, as far as they are found. */
  readonly findings: readonly Finding[];
  /** The step that the replay shows. */
  readonly ply: number;
  readonly goTo: (ply: number) => void;
  /** By seat. */
  readonly names: readonly string[];
  readonly lang: Lang;
}

/** How what was found looks to the site, fetched where somebody asks for it. */
export interface AnalysisFace<Finding = unknown> {
  /** By the number of the step. */
  marks(findings: readonly Finding[], lang: Lang): ReadonlyMap<number, StepMark>;
  /** A React component; the kit does not know React. */
  readonly Panel: (props: AnalysisProps<Finding>) => unknown;
}

/** A face whose finding does not matter to the caller. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Panel is contravariant; `unknown` would refuse every real one.
export type AnyAnalysisFace = AnalysisFace<any>;
