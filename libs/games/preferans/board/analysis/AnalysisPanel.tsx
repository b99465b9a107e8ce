'use client';

import type { AnalysisProps } from '@trellis/games/kit';
import type { DealFinding } from '@trellis/games/preferans/analysis';
import styles from './analysis.module.css';
import { CardReview } from './CardReview';
import { DealReview } from './DealReview';
import { GivenAway } from './GivenAway';
import { Results } from './Results';
import { foundAt } from './summary';
import { analysisWords } from './words';

/** What looking back found: of the card and the deal that are shown, and of the whole game. */
export function AnalysisPanel({ findings, ply, names, lang }: AnalysisProps<DealFinding>) {
  const say = analysisWords[lang];
  const { deal, card } = foundAt(findings, ply);
  return (
    <div className={styles.panel}>
      {card && <CardReview finding={card} name={names[card.seat] ?? ''} lang={lang} />}
      {deal && <DealReview finding={deal} names={names} lang={lang} />}
      <GivenAway findings={findings} names={names} lang={lang} />
      <Results findings={findings} names={names} lang={lang} />
      <details>
        <summary>{say.limits}</summary>
        <ul>
          {say.limitsText.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
