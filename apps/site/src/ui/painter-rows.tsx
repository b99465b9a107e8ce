import type { PaintLeader } from '@trellis/facade';
import { useFormatter, useTranslations } from 'next-intl';
import styles from './leader-rows.module.css';
import { PlayerLink } from './player-link';
import { When } from './when';

/** The painters' leaderboard. A visitor stands there under his symbol. */
export function PainterRows({ rows }: { rows: readonly PaintLeader[] }) {
  const t = useTranslations('painters');
  const grid = useTranslations('grid');
  const format = useFormatter();
  return (
    <table className={styles.rows}>
      <thead>
        <tr>
          <th scope="col">
            <span aria-hidden="true">№</span>
            <span className="visually-hidden">{grid('place')}</span>
          </th>
          <th scope="col">{grid('painter')}</th>
          <th scope="col">{grid('cells')}</th>
          <th scope="col">{t('inRound')}</th>
          <th scope="col">{t('when')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ round, player, symbol, cells, painters, finishedAt }, index) => (
          <tr key={`${round} ${index}`}>
            <td>{1 + rows.findIndex((each) => each.cells === cells)}</td>
            <th scope="row">
              {player ? <PlayerLink player={player} /> : grid('visitor', { symbol })}
            </th>
            <td>{format.number(cells)}</td>
            <td>{t('of', { count: painters })}</td>
            <td>
              <When at={finishedAt} dayOnly />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
