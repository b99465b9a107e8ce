import { CardFace } from '../cards/card-face';
import { SuitShapes } from '../cards/suit-sign';
import { cardName } from '../messages/names';
import { courseWords } from './course-words';
import { answersOf, faultOf } from './judge';
import type { TaskProps } from './StepTask';
import styles from './course.module.css';

/** A hand, and what lies on the table: the learner plays a card. */
export function CardTask({ step, lang, solved, onAnswer }: TaskProps<'card'>) {
  const say = courseWords[lang];
  const right = answersOf(step);
  return (
    <div className={styles.felt}>
      <SuitShapes />
      <p className={styles.label}>{say.onTable}</p>
      <ul className={styles.cards} aria-label={say.onTable}>
        {step.table.map((card) => (
          <li key={card}>
            <span className={styles.hidden}>{cardName(lang, card)}</span>
            <CardFace card={card} />
          </li>
        ))}
      </ul>
      <p className={styles.label}>{say.yourHand}</p>
      <div className={styles.cards} role="group" aria-label={say.yourHand}>
        {step.hand.map((card) => (
          <button
            key={card}
            type="button"
            className={styles.card}
            disabled={solved}
            data-right={(solved && right.includes(card)) || undefined}
            onClick={() =>
              onAnswer(right.includes(card) ? undefined : say.faults[faultOf(step, card)])
            }
          >
            <span className={styles.hidden}>{cardName(lang, card)}</span>
            <CardFace card={card} />
          </button>
        ))}
      </div>
    </div>
  );
}
