import { useState } from 'react';
import type { Action } from '@trellis/games/preferans/rules';
import { faultOfContract, faultOfDecision, wordOf } from './judge';
import { LessonBoard } from './LessonBoard';
import { done, tableOf } from './lesson-table';
import type { TaskProps } from './StepTask';

/** One decision at a real table: a word, or discard and contract. */
export function BoardTask({ step, lang, solved, onAnswer }: TaskProps<'decision' | 'contract'>) {
  const [state, setState] = useState(() => tableOf(step));
  const act = (action: Action) => {
    const fault =
      step.kind === 'contract'
        ? faultOfContract(step, state, action)
        : faultOfDecision(step, wordOf(action));
    if (!fault) setState(done(state, action));
    onAnswer(fault?.[lang]);
  };
  return <LessonBoard state={state} lang={lang} waits={solved} onAct={act} />;
}
