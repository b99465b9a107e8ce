import type { Lang } from '@trellis/games/kit';
import type { CardFinding } from '@trellis/games/preferans/analysis';
import styles from './analysis.module.css';
import { inWhists } from './marks';
import { shortCard, shortCards } from './short-names';
import { analysisWords } from './words';

/** One card, judged twice; the two have nothing to do with each other and stand apart. */
export function CardReview(props: {
  readonly finding: CardFinding;
  readonly name: string;
  readonly lang: Lang;
}) {
  const { finding, name, lang } = props;
  const { open, knew, card } = finding;
  const say = analysisWords[lang];
  return (
    <section aria-label={say.thisCard}>
      <h3>
        {name}: {shortCard(card)}
      </h3>
      <dl className={styles.verdicts}>
        <div data-verdict={!open ? 'none' : open.gave > 0 ? 'bad' : 'good'}>
          <dt>{say.allOpen}</dt>
          <dd>
            {!open
              ? say.noOpenValue
              : open.gave === 0
                ? say.keptAll
                : say.gave(say.tricks(open.gave), shortCards(open.best))}
          </dd>
        </div>
        <div data-verdict={!knew ? 'none' : knew.stands ? 'bad' : 'good'}>
          <dt>{say.whatKnew(name)}</dt>
          <dd>{knew ? known(knew) : say.nothingToChoose}</dd>
        </div>
      </dl>
    </section>
  );

  function known({ best, lost, error, deals, stands }: NonNullable<CardFinding['knew']>): string {
    if (lost <= 0) return say.asGood(say.drawn(deals));
    const whists = inWhists(lang, lost);
    const about = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(error);
    const better = say.better(shortCard(best), whists, about, say.drawn(deals));
    return stands ? better : `${better} ${say.tooClose}`;
  }
}
