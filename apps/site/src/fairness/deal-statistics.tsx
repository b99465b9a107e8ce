import { evennessOf, evennessOfHand, type DealCounts } from '@trellis/facade';
import type { DeckWords } from '@trellis/games/kit';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { gameName } from '../games';
import { Figures } from '../ui/figures';
import styles from './fairness.module.css';

interface Props {
  readonly counts: DealCounts;
  readonly deck: DeckWords | undefined;
}

/** All shuffles of one game and length: how even they are, and for a deck which card came to which hand. */
export function DealStatistics({ counts, deck }: Props) {
  const t = useTranslations('fairness');
  const language = useLocale();
  const format = useFormatter();
  const { game, length, shuffles } = counts;
  const { chiSquare, degrees, probability } = evennessOf(counts);
  return (
    <section className={styles.statistics}>
      <h3>{t('ofLength', { game: gameName(game, language), length })}</h3>
      <Figures
        figures={[
          { name: t('shuffles'), value: format.number(shuffles) },
          {
            name: t('chiSquare', { degrees }),
            value: format.number(chiSquare, { maximumFractionDigits: 1 }),
          },
          { name: t('probability'), value: format.number(probability, percent) },
        ]}
      />
      {deck?.length === length && <Hands counts={counts} deck={deck} />}
    </section>
  );
}

const percent = { style: 'percent', maximumFractionDigits: 1 } as const;

function Hands({
  counts: { length, shuffles, counts },
  deck,
}: {
  counts: DealCounts;
  deck: DeckWords;
}) {
  const t = useTranslations('fairness');
  const language = useLocale();
  const format = useFormatter();
  const hands = deck.hands.map(({ name, places }) => {
    const cards = Array.from({ length }, (_, card) =>
      places.reduce((sum, place) => sum + counts[place]![card]!, 0),
    );
    const { probability } = evennessOfHand(cards, shuffles, places.length);
    const expected = (shuffles * places.length) / length;
    return { name: name[language], cards, probability, expected };
  });
  return (
    <details>
      <summary>{t('hands')}</summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('hands')}>
        <table className={styles.hands}>
          <thead>
            <tr>
              <th scope="col">{t('card')}</th>
              {hands.map(({ name, expected }) => (
                <th key={name} scope="col">
                  {name}
                  <small>
                    {t('expected', {
                      count: format.number(expected, { maximumFractionDigits: 1 }),
                    })}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length }, (_, card) => (
              <tr key={card}>
                <th scope="row">{deck.card(card, language)}</th>
                {hands.map(({ name, cards }) => (
                  <td key={name}>{format.number(cards[card]!)}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('probability')}</th>
              {hands.map(({ name, probability }) => (
                <td key={name}>{format.number(probability, percent)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </details>
  );
}
