import type { Lang } from '@trellis/games/kit';
import type { Chance, DealFinding } from '@trellis/games/preferans/analysis';
import styles from './analysis.module.css';
import { shortCards, shortContract } from './short-names';
import { discardGave } from './summary';
import { analysisWords } from './words';

/** What the deal held: the contract that was named, and the best that each could have played. */
export function DealReview(props: {
  readonly finding: DealFinding;
  readonly names: readonly string[];
  readonly lang: Lang;
}) {
  const { finding, names, lang } = props;
  const { no, contract, chances } = finding;
  const say = analysisWords[lang];
  const title = say.dealNo(no);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {contract && (
        <p>
          {say.named(shortContract(lang, contract.contract), names[contract.declarer] ?? '')}:{' '}
          {say.takes(say.tricks(contract.tricks))}
          {discardGave(contract) > 0 && (
            <>
              ;{' '}
              {say.otherDiscard(
                shortCards(contract.best.discard),
                say.tricks(contract.best.tricks),
              )}
            </>
          )}
          .
        </p>
      )}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={say.chances}>
        <table className={styles.table}>
          <caption>
            {say.chances}. <span>{say.chancesNote}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{say.player}</th>
              <th scope="col">{say.game}</th>
              <th scope="col">{say.misere}</th>
            </tr>
          </thead>
          <tbody>
            {chances.map((chance) => (
              <tr key={chance.seat}>
                <th scope="row">{names[chance.seat]}</th>
                <td>{gameOf(chance)}</td>
                <td>
                  {chance.misere.tricks === 0
                    ? say.notCaught
                    : say.caught(say.tricks(chance.misere.tricks))}
                  <small>{say.discarding(shortCards(chance.misere.discard))}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );

  function gameOf({ game, tricks }: Chance) {
    if (!game) return say.noGame(say.tricks(tricks));
    return (
      <>
        {shortContract(lang, game.contract)}
        <small>{say.discarding(shortCards(game.discard))}</small>
      </>
    );
  }
}
