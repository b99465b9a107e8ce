import type { AnyAnalysisFace, Moment, StepMark } from '@trellis/games/kit';
import { useLocale } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { faceOf } from '../../games';
import type { Order, Told } from './orders';

export interface Analysis {
  readonly status: 'idle' | 'running' | 'stopped' | 'done' | 'failed';
  /** By part, as far as they are found. */
  readonly findings: readonly unknown[];
  /** How many there will be; 0 before that is known. */
  readonly parts: number;
  /** By the number of the step. */
  readonly marks: ReadonlyMap<number, StepMark>;
  /** Absent until somebody asked for it. */
  readonly look?: AnyAnalysisFace;
  readonly start: () => void;
  readonly stop: () => void;
}

interface Progress {
  /** The game it belongs to. */
  readonly of: readonly Moment[];
  readonly status: Analysis['status'];
  readonly findings: readonly unknown[];
  readonly parts: number;
  readonly look?: AnyAnalysisFace;
}

const noMarks: ReadonlyMap<number, StepMark> = new Map();

/** Looking back at a game, in a worker of this browser; undefined for a game that nobody looks back at. */
export function useAnalysis(
  game: string,
  moments: readonly Moment[],
  face: ReturnType<typeof faceOf>,
): Analysis | undefined {
  const language = useLocale();
  const worker = useRef<Worker>(undefined);
  const [latest, setLatest] = useState<Progress>();
  // What was found in the record shown before says nothing of this one.
  const progress = latest?.of === moments ? latest : undefined;
  const { status = 'idle', findings = [], parts = 0, look } = progress ?? {};

  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = undefined;
  }, []);
  useEffect(() => end, [end, moments]);

  const start = useCallback(() => {
    end();
    const change = (next: (before: Progress) => Partial<Progress>) =>
      setLatest((before) => {
        const own = before?.of === moments ? before : begun(moments);
        return { ...own, ...next(own) };
      });
    const fail = () => {
      end();
      change(() => ({ status: 'failed' }));
    };
    setLatest(begun(moments));
    face?.analysis?.().then((loaded) => change(() => ({ look: loaded })), fail);
    const hired = new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' });
    worker.current = hired;
    hired.onmessage = ({ data }: MessageEvent<Told>) => {
      if (worker.current !== hired) return;
      if (data.kind === 'done') {
        end();
        change(() => ({ status: 'done' }));
      } else {
        const { finding, parts: all } = data;
        change((before) => ({ findings: [...before.findings, finding], parts: all }));
      }
    };
    hired.onerror = fail;
    hired.onmessageerror = fail;
    hired.postMessage({ game, moments } satisfies Order);
  }, [end, face, game, moments]);

  const stop = useCallback(() => {
    end();
    setLatest((before) => before && { ...before, status: 'stopped' });
  }, [end]);

  const marks = useMemo(
    () => look?.marks(findings, language) ?? noMarks,
    [look, findings, language],
  );
  if (!face?.analysis) return undefined;
  return { status, findings, parts, marks, ...(look && { look }), start, stop };
}

const begun = (of: readonly Moment[]): Progress => ({
  of,
  status: 'running',
  findings: [],
  parts: 0,
});
