'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { paintedBy, type GridState, type Painting } from './grid-state';
import styles from './grid.module.css';

/** How the round stands: what is waited for, the time that is left, or the results. */
export function PaintStatus({ state, painting }: { state: GridState; painting: Painting }) {
  const t = useTranslations('grid');
  const left = useSecondsTo(painting.endsAt);
  const { phase, results } = painting;
  const counts = paintedBy(painting);
  const own = counts.find(([painter]) => painter === state.you)?.[1] ?? 0;
  const [first] = counts;
  return (
    <section className={`panel ${styles.painting}`} aria-label={t('paint')}>
      {phase !== 'over' && <p className="quiet">{t('paintRules')}</p>}
      {phase === 'waiting' && <p role="status">{t('waiting')}</p>}
      {phase === 'running' && (
        <p className={styles.standing}>
          <strong className="numbers">{t('timeLeft', { time: clockOf(left) })}</strong>
          <span>{t('yours', { count: own })}</span>
          {first && first[0] !== state.you && (
            <span>
              {t('leads', { symbol: state.symbols.get(first[0]) ?? '', count: first[1] })}
            </span>
          )}
        </p>
      )}
      {phase === 'over' && (
        <>
          <p role="status">
            <strong>{t('results')}</strong> · {t('next', { seconds: left })}
          </p>
          {results.length === 0 ? (
            <p>{t('nobodyPainted')}</p>
          ) : (
            <table className={styles.results}>
              <thead>
                <tr>
                  <th scope="col">{t('place')}</th>
                  <th scope="col">{t('painter')}</th>
                  <th scope="col">{t('cells')}</th>
                </tr>
              </thead>
              <tbody>
                {results.slice(0, 8).map(({ name, symbol, cells, place }, i) => (
                  <tr key={i}>
                    <td>{place}</td>
                    <th scope="row">{name ? `${name} (${symbol})` : t('visitor', { symbol })}</th>
                    <td>{cells}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <a href="/leaderboards#painters">{t('toBoard')}</a>
        </>
      )}
    </section>
  );
}

/** Whole seconds until a moment of this machine; never below 0. */
function useSecondsTo(moment: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((moment - now) / 1000));
}

function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
