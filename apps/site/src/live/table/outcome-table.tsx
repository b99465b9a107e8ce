'use client';

import type { TableView } from '@trellis/wire';
import { useFormatter, useTranslations } from 'next-intl';
import { useSeatNames } from './seat-names';
import styles from './outcome.module.css';

/** Places, scores and what became of the ratings. */
export function OutcomeTable({ view }: { view: TableView }) {
  const t = useTranslations('table.outcome');
  const format = useFormatter();
  const names = useSeatNames(view);
  const { result, ratings = [], seats } = view;
  if (!result) return null;
  const byPlace = seats.map((_seat, i) => i).sort((a, b) => result.places[a]! - result.places[b]!);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('place')}</th>
          <th scope="col">{t('player')}</th>
          <th scope="col">{t('score')}</th>
          {ratings.length > 0 && <th scope="col">{t('rating')}</th>}
        </tr>
      </thead>
      <tbody>
        {byPlace.map((seat) => {
          const change = ratings.find(({ player }) => player === seats[seat]?.player?.id);
          return (
            <tr key={seat}>
              <td>{result.places[seat]}</td>
              <th scope="row">{names[seat]}</th>
              <td>{format.number(result.scores[seat] ?? 0)}</td>
              {ratings.length > 0 && (
                <td>
                  {change && (
                    <>
                      {change.after}
                      {change.provisional && '?'}{' '}
                      <span className={styles.change} data-up={change.after >= change.before}>
                        {format.number(change.after - change.before, { signDisplay: 'always' })}
                      </span>
                    </>
                  )}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
