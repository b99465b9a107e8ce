import type { LeaderboardRow } from '@trellis/facade';
import { useFormatter, useTranslations } from 'next-intl';
import styles from './leader-rows.module.css';
import { PlayerLink } from './player-link';

/** A leaderboard. Provisional players stand at the end, without a place. */
export function LeaderRows({ rows }: { rows: readonly LeaderboardRow[] }) {
  const t = useTranslations('leaderboards');
  const format = useFormatter();
  return (
    <table className={styles.rows}>
      <thead>
        <tr>
          <th scope="col">
            <span aria-hidden="true">№</span>
            <span className="visually-hidden">{t('place')}</span>
          </th>
          <th scope="col">{t('player')}</th>
          <th scope="col">{t('rating')}</th>
          <th scope="col">{t('played')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ player, rating, provisional, played }, index) => (
          <tr key={player.id} data-provisional={provisional || undefined}>
            <td>{provisional ? '–' : index + 1}</td>
            <th scope="row">
              <PlayerLink player={player} />
            </th>
            <td>
              {format.number(rating, { useGrouping: false })}
              {provisional && (
                <>
                  <span aria-hidden="true" title={t('provisional')}>
                    ?
                  </span>
                  <span className="visually-hidden"> ({t('provisional')})</span>
                </>
              )}
            </td>
            <td>{format.number(played)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
