import { useEffect, useState } from 'react';
import { preferans, type Action, type Card, type State } from '@trellis/games/preferans/rules';
import { cardName } from '../messages/names';
import { judged, replyIn } from './coach';
import { courseWords } from './course-words';
import { LessonBoard } from './LessonBoard';
import { done, learner, tableOf } from './lesson-table';
import type { TaskProps } from './StepTask';
import styles from './course.module.css';

/** Long enough to see whose card it was. */
const replyAfterMs = 650;

/** A card of the learner that gave something away, until he has said what becomes of it. */
interface Mistake {
  readonly before: State;
  readonly better: Card;
}

/** The learner plays a deal to its end against fixed replies, and hears of every trick that he gives away. */
export function PlayTask({ step, lang, solved, onAnswer }: TaskProps<'play'>) {
  const say = courseWords[lang];
  const [state, setState] = useState(() => tableOf(step));
  const [mistake, setMistake] = useState<Mistake>();
  const [otherAction, setOtherAction] = useState(false);
  const { deal } = state;
  const replies = deal && !mistake && preferans.toAct(state)[0] !== learner;
  const made = !deal && isMade(state);

  useEffect(() => {
    if (!replies) return;
    const timer = setTimeout(() => setState(afterReply(state)), replyAfterMs);
    return () => clearTimeout(timer);
  }, [replies, state]);

  useEffect(() => {
    if (made && !solved) onAnswer(undefined);
  }, [made, solved, onAnswer]);

  const act = (action: Action) => {
    setOtherAction(action.kind !== 'play');
    if (action.kind !== 'play') return;
    const { lost, best } = judged(deal!, action.card);
    if (lost > 0) setMistake({ before: state, better: best });
    setState(done(state, action));
  };

  return (
    <>
      <LessonBoard state={state} lang={lang} waits={!deal || !!replies || !!mistake} onAct={act} />
      <div role="status" className={styles.said} data-right={false}>
        {mistake && <p>{say.gaveAway(cardName(lang, mistake.better))}</p>}
        {otherAction && <p>{say.justPlay}</p>}
        {!deal && !made && <p>{say.wasSet}</p>}
      </div>
      {mistake && (
        <p className={styles.ways}>
          <button
            type="button"
            className="button"
            onClick={() => {
              setState(mistake.before);
              setMistake(undefined);
            }}
          >
            {say.takeBack}
          </button>
          <button type="button" className="button plain" onClick={() => setMistake(undefined)}>
            {say.playOn}
          </button>
        </p>
      )}
      {!deal && !made && (
        <button type="button" className="button" onClick={() => setState(tableOf(step))}>
          {say.again}
        </button>
      )}
    </>
  );
}

/** Cards only: nothing else is owed in this lesson. */
function afterReply(state: State): State {
  const [seat] = preferans.toAct(state);
  const legal = preferans
    .legalActions(state, seat!)
    .flatMap((action) => (action.kind === 'play' ? [action.card] : []));
  return done(state, { kind: 'play', card: replyIn(state.deal!, legal) });
}

function isMade({ pool }: State): boolean {
  return (pool?.sheet.pool[learner] ?? 0) > 0;
}
