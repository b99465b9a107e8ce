import type { GameStatistics, Totals } from '@trellis/facade';
import { gameNamed } from '@trellis/games/catalog/games';
import { tallyTablesOf } from '@trellis/games/catalog/tally-tables';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { gameName } from '../games';
import { Figures } from '../ui/figures';
import { useLasting } from './lasting';
import { RecordRows } from './record-rows';
import { TallyTable } from './tally-table';
import numbers from '../ui/number-table.module.css';
import styles from './statistics.module.css';

/** All that the club knows of one game in numbers. */
export function GameStatisticsPanel({ statistics }: { readonly statistics: GameStatistics }) {
  const t = useTranslations('statistics');
  const language = useLocale();
  const format = useFormatter();
  const { game, all, byPreset, bySeason, records } = statistics;
  const presets = gameNamed(game)?.conventions.presets ?? [];
  const tables = tallyTablesOf(game);
  const figures = figuresOf(all);
  const lasting = useLasting();
  return (
    <section className="panel" aria-labelledby={game}>
      <h2 id={game}>{gameName(game, language)}</h2>
      <Figures
        figures={[
          { name: t('games'), value: format.number(figures.games) },
          { name: t('moves'), value: format.number(figures.moves) },
          { name: t('length'), value: lasting(figures.time) },
          { name: t('brokenOff'), value: format.number(figures.brokenOff, { style: 'percent' }) },
        ]}
      />
      <div className={styles.columns}>
        <TotalsTable
          title={t('byPreset')}
          rows={byPreset.map(({ preset, totals }) => ({
            key: preset,
            name: presets.find(({ id }) => id === preset)?.label[language] ?? t('ownConventions'),
            totals,
          }))}
        />
        <TotalsTable
          title={t('bySeason')}
          rows={bySeason.map(({ season, totals }) => {
            const [year = '', quarter = ''] = season.split('-');
            return { key: season, name: t('season', { year, quarter }), totals };
          })}
        />
        {tables.map((table) => (
          <TallyTable key={table.id} table={table} tallies={all.tallies} />
        ))}
      </div>
      <RecordRows records={records} kinds={tables.length > 0 ? 'all' : 'game'} />
    </section>
  );
}

function TotalsTable({
  title,
  rows,
}: {
  title: string;
  rows: readonly { key: string; name: string; totals: Totals }[];
}) {
  const t = useTranslations('statistics');
  const format = useFormatter();
  const lasting = useLasting();
  return (
    <table className={`${numbers.table} ${styles.named}`}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('games')}</th>
          <th scope="col">{t('moves')}</th>
          <th scope="col">{t('length')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, totals }) => {
          const { games, moves, time } = figuresOf(totals);
          return (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{format.number(games)}</td>
              <td>{format.number(moves)}</td>
              <td>{lasting(time)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Moves and time are those of an average game. */
function figuresOf({ games, moves, time, forfeits }: Totals) {
  return {
    games,
    moves: Math.round(moves / games),
    time: time / games,
    brokenOff: forfeits / games,
  };
}
