import type { Lang } from '@trellis/games/kit';
import type { DealFinding } from '@trellis/games/preferans/analysis';
import styles from './analysis.module.css';
import { summaryOf } from './summary';
import { analysisWords } from './words';

/** Who gave away what, in which part. */
export function GivenAway(props: {
  readonly findings: readonly DealFinding[];
  readonly names: readonly string[];
  readonly lang: Lang;
}) {
  const { findings, names, lang } = props;
  const say = analysisWords[lang];
  const whists = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
  return (
    <section aria-label={say.gaveAway}>
      <h3>{say.gaveAway}</h3>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={say.gaveAway}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say.player}</th>
              <th scope="col">{say.declarer}</th>
              <th scope="col">{say.defender}</th>
              <th scope="col">{say.misere}</th>
              <th scope="col" className={styles.apart}>
                {say.knownLoss}
              </th>
            </tr>
          </thead>
          <tbody>
            {names.map((name, seat) => {
              const { gave, knownLoss } = summaryOf(findings, seat);
              return (
                <tr key={seat}>
                  <th scope="row">{name}</th>
                  <td>{gave.declarer}</td>
                  <td>{gave.defender}</td>
                  <td>{gave.misere}</td>
                  <td className={styles.apart}>{whists.format(knownLoss)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>{say.gaveNote}</p>
    </section>
  );
}
