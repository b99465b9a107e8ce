import { useMemo } from 'react';
import type { Lang } from '@trellis/games/kit';
import { preferans, type Action, type State } from '@trellis/games/preferans/rules';
import { UnfoldedBoard } from '../UnfoldedBoard';
import { courseWords } from './course-words';
import { learner } from './lesson-table';
import styles from './course.module.css';

interface Props {
  readonly state: State;
  readonly lang: Lang;
  /** The board waits: nothing may be chosen. */
  readonly waits: boolean;
  readonly onAct: (action: Action) => void;
}

/** The board of the club's tables, at a table of the course. */
export function LessonBoard({ state, lang, waits, onAct }: Props) {
  const say = courseWords[lang];
  const view = useMemo(() => preferans.viewFor(state, learner), [state]);
  const legal = useMemo(
    () => (waits ? [] : preferans.legalActions(state, learner)),
    [state, waits],
  );
  const players = useMemo(() => [say.you, ...say.others].map((name) => ({ name })), [say]);
  return (
    <div className={styles.board}>
      <UnfoldedBoard
        view={view}
        past={preferans.past!(state)}
        legal={legal}
        viewer={learner}
        players={players}
        happened={[]}
        onAct={onAct}
        busy={waits}
        lang={lang}
        finished={false}
      />
    </div>
  );
}
