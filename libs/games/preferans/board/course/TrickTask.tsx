import { CardFace } from '../cards/card-face';
import { SuitShapes } from '../cards/suit-sign';
import { cardName } from '../messages/names';
import { courseWords } from './course-words';
import { takerOf } from './judge';
import type { TaskProps } from './StepTask';
import styles from './course.module.css';

/** Three cards on the table: the learner shows whose takes the trick. */
export function TrickTask({ step, lang, solved, onAnswer }: TaskProps<'trick'>) {
  const say = courseWords[lang];
  const names = [say.you, ...say.others];
  const taker = takerOf(step);
  return (
    <div className={styles.felt} role="group" aria-label={say.whoTakes}>
      <SuitShapes />
      <p className={styles.label} aria-hidden="true">
        {say.whoTakes}
      </p>
      <div className={styles.cards}>
        {step.cards.map((card, at) => (
          <button
            key={card}
            type="button"
            className={styles.card}
            disabled={solved}
            data-right={(solved && at === taker) || undefined}
            onClick={() => onAnswer(at === taker ? undefined : wrong(at))}
          >
            <span aria-hidden="true">{names[at]}</span>
            <span className={styles.hidden}>
              {names[at]}: {cardName(lang, card)}
            </span>
            <CardFace card={card} />
          </button>
        ))}
      </div>
    </div>
  );

  function wrong(at: number): string {
    const { cards, trump } = step;
    const card = cards[at]!;
    if (card[1] !== cards[0][1] && card[1] !== trump) return say.trickFaults.otherSuit;
    return card[1] === trump ? say.trickFaults.lower : say.trickFaults.beaten;
  }
}
