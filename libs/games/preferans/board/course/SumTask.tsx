import { useState } from 'react';
import { messages } from '../messages/messages';
import { signed } from '../messages/numbers';
import { arithmeticOf, reasonOf } from '../sheet/why';
import { courseWords } from './course-words';
import { LessonSheet } from './LessonSheet';
import { sumIn } from './judge';
import { tableOf } from './lesson-table';
import type { TaskProps } from './StepTask';
import styles from './course.module.css';

/** How much is written: a number to choose, and then all that the rules wrote of the deal. */
export function SumTask({ step, lang, solved, onAnswer }: TaskProps<'sum'>) {
  const say = courseWords[lang];
  const words = messages[lang];
  const names = [say.you, ...say.others];
  const [state] = useState(() => tableOf(step));
  const right = sumIn(step, state);
  return (
    <>
      <div className={styles.ways} role="group" aria-label={say.howMany}>
        {step.choices.map((choice) => (
          <button
            key={choice}
            type="button"
            className="button plain"
            disabled={solved}
            onClick={() => onAnswer(choice === right ? undefined : step.wrong[lang])}
          >
            {choice}
          </button>
        ))}
      </div>
      {solved && (
        <div className={styles.entries}>
          <h3>{say.written}</h3>
          <ul>
            {state.last!.entries.map((entry, at) => (
              <li key={at}>
                <strong>{signed(lang, entry.amount)}</strong> {names[entry.seat]},{' '}
                {entry.column === 'whists'
                  ? words.whistsOn(names[entry.on] ?? '')
                  : words[entry.column].toLowerCase()}
                : {reasonOf(lang, entry)} <small>({arithmeticOf(lang, entry)})</small>
              </li>
            ))}
          </ul>
          <LessonSheet state={state} lang={lang} names={names} />
        </div>
      )}
    </>
  );
}
