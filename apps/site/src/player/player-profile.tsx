import {
  inSeasonOrder,
  type GameScore,
  type PlayerGameStats,
  type PresenceOf,
  type Profile,
} from '@trellis/facade';
import { gameNamed } from '@trellis/games/catalog/games';
import { tallyTablesOf } from '@trellis/games/catalog/tally-tables';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { gameName } from '../games';
import type { Language } from '../i18n/languages';
import { Figures } from '../ui/figures';
import { GameLines } from '../ui/game-lines';
import { TallyTable } from '../statistics/tally-table';
import { usePlayerName } from '../ui/use-player-name';
import { RatingCurve } from '../ui/rating-curve';
import { When } from '../ui/when';
import numbers from '../ui/number-table.module.css';
import { CompanyTable } from './company-table';
import styles from './player-profile.module.css';

interface Props {
  readonly profile: Profile;
  readonly presence?: PresenceOf;
  /** What its reader may do about the player. */
  readonly tools: ReactNode;
}

/** Everything a profile page shows; rendered on the server, or in the browser for a profile that memory does not hold. */
export function PlayerProfile({ profile, presence, tools }: Props) {
  const t = useTranslations('player');
  const called = usePlayerName();
  const { player, memberSince, lastSeen, games, recent } = profile;
  return (
    <div className="page">
      <header className={styles.head}>
        <span className={styles.initial} aria-hidden="true">
          {[...called(player)][0]}
        </span>
        <div>
          <h1>{called(player)}</h1>
          {player.computer && <p>{t('computer')}</p>}
          <p className="quiet">
            {presence?.online ? (
              <span className={styles.online}>{t('online')}</span>
            ) : (
              <>
                {t('lastSeen')} <When at={lastSeen} />
              </>
            )}
            {presence && presence.playsAt > 0 && (
              <> · {t('playsAt', { count: presence.playsAt })}</>
            )}
            {' · '}
            {t('memberSince')} <When at={memberSince} dayOnly />
          </p>
        </div>
      </header>
      {tools}
      {games.length === 0 && <p className="panel">{t('noGames')}</p>}
      <div className={styles.games}>
        {games.map((stats) => (
          <GameStats key={stats.game} stats={stats} />
        ))}
      </div>
      {recent.length > 0 && (
        <section className="panel" aria-labelledby="history">
          <h2 id="history">{t('history')}</h2>
          <GameLines games={recent} />
        </section>
      )}
    </div>
  );
}

function GameStats({ stats }: { stats: PlayerGameStats }) {
  const t = useTranslations('player');
  const language = useLocale();
  const format = useFormatter();
  const { game, rating, provisional, curve, byPreset, forfeits } = stats;
  const name = gameName(game, language);
  const presets = Object.entries(byPreset);
  const seasons = Object.entries(stats.bySeason).sort(([a], [b]) => inSeasonOrder(a, b));
  return (
    <section className="panel" aria-labelledby={game}>
      <div className={styles.title}>
        <h2 id={game}>{name}</h2>
        {rating !== null && (
          <p className={styles.rating}>
            <strong>{format.number(rating, { useGrouping: false })}</strong>
            {provisional && <span className="quiet small"> {t('provisional')}</span>}
          </p>
        )}
      </div>
      <Figures
        figures={[
          ...(['played', 'won', 'drawn', 'lost'] as const).map((each) => ({
            name: t(each),
            value: format.number(stats[each]),
          })),
          { name: t('forfeits'), value: format.number(forfeits) },
        ]}
      />
      <div className={styles.rest}>
        {curve.length > 0 ? (
          <RatingCurve points={curve} game={name} />
        ) : (
          <p className="quiet">{t('noRating')}</p>
        )}
        {presets.length > 0 && (
          <ScoreTable
            first={t('conventions')}
            rows={presets.map(([preset, score]) => ({
              key: preset,
              name: presetName(game, preset, language) ?? t('ownConventions'),
              score,
            }))}
          />
        )}
        {seasons.length > 0 && (
          <ScoreTable
            first={t('bySeason')}
            rows={seasons.map(([key, score]) => {
              const [year = '', quarter = ''] = key.split('-');
              return { key, name: t('season', { year, quarter }), score };
            })}
          />
        )}
        <CompanyTable company={stats.company} inPoints={gameNamed(game)?.scoresInPoints ?? false} />
        {tallyTablesOf(game).map((table) => (
          <TallyTable key={table.id} table={table} tallies={stats.tallies} />
        ))}
      </div>
    </section>
  );
}

function presetName(game: string, preset: string, language: Language): string | undefined {
  return gameNamed(game)?.conventions.presets.find(({ id }) => id === preset)?.label[language];
}

function ScoreTable({
  first,
  rows,
}: {
  first: string;
  rows: readonly { key: string; name: ReactNode; score: GameScore }[];
}) {
  const t = useTranslations('player');
  const format = useFormatter();
  const columns = ['played', 'won', 'drawn', 'lost'] as const;
  return (
    <table className={`${numbers.table} ${styles.scores}`}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, score }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {columns.map((column) => (
              <td key={column}>{format.number(score[column])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
