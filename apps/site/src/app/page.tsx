import { club, homePage } from '@trellis/facade';
import { courseOf } from '@trellis/games/catalog/courses';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { faces } from '../games';
import { ClientMessages } from '../i18n/client-messages';
import { PlayTheHouse } from '../live/house/play-the-house';
import { pageMetadata } from '../metadata';
import { CourseLink } from '../rules/course-link';
import { CardFan } from '../ui/card-fan';
import { GameLines } from '../ui/game-lines';
import { LeaderRows } from '../ui/leader-rows';
import { PlayerLink } from '../ui/player-link';
import { TableCard } from '../ui/table-card';
import styles from './home.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site');
  const description = t('description');
  const metadata = await pageMetadata('/', await getLocale(), { title: t('title'), description });
  return { ...metadata, title: { absolute: t('title') } };
}

export default async function HomePage() {
  const language = await getLocale();
  const t = await getTranslations('home');
  const house = await getTranslations('house');
  const { counts, online, tables, recent, leaders } = homePage(faces.map(({ game }) => game)).read(
    club(),
  );
  const courses = faces.filter(({ game }) => courseOf(game));
  const boards = leaders.filter(({ rows }) => rows.length > 0);
  return (
    <>
      <section className={styles.hero}>
        <div className={styles.heroBar}>
          <div>
            <h1>{t('title')}</h1>
            <p className={styles.lead}>{t('lead')}</p>
            <ul className={styles.play}>
              {faces.map(({ game, name }) => (
                <li key={game}>
                  <a className={styles.playButton} href={`/halls/${game}?play=now`}>
                    {t('playNow', { game: name[language] })}
                  </a>
                </li>
              ))}
            </ul>
            <p className={styles.house}>{house('lead')}</p>
            <ul className={`${styles.play} ${styles.houseGames}`}>
              <ClientMessages of={['house']}>
                {faces.map(({ game, name }) => (
                  <li key={game}>
                    <PlayTheHouse game={game} className={styles.lookButton!}>
                      {house('play', { game: name[language] })}
                    </PlayTheHouse>
                  </li>
                ))}
              </ClientMessages>
            </ul>
            <ul className={styles.play}>
              {courses.map(({ game }) => (
                <li key={game}>
                  <CourseLink game={game} className={styles.lookButton} />
                </li>
              ))}
              <li>
                <a className={styles.lookButton} href="/grid">
                  {t('grid')}
                </a>
              </li>
              <li>
                <a className={styles.lookButton} href="/halls">
                  {t('lookAround')}
                </a>
              </li>
            </ul>
            <p className={styles.counts}>
              <span className={styles.dot} aria-hidden="true" />
              {t('counts', { players: counts.players, visitors: counts.visitors })} ·{' '}
              {t('tablesInPlay', { count: counts.tablesInPlay })}
            </p>
          </div>
          <CardFan className={styles.fan} />
        </div>
      </section>

      <div className={`page ${styles.sections}`}>
        <section className={styles.wide} aria-labelledby="tables">
          <h2 id="tables">{t('tables')}</h2>
          {tables.length > 0 ? (
            <div className={styles.tables}>
              {tables.map((table) => (
                <TableCard key={table.id} table={table} />
              ))}
            </div>
          ) : (
            <p className="panel">
              {t('noTables')} <a href="/halls">{t('setOne')}</a>
            </p>
          )}
        </section>

        <section className="panel" aria-labelledby="recent">
          <h2 id="recent">{t('recent')}</h2>
          {recent.length > 0 ? (
            <GameLines games={recent} />
          ) : (
            <p className="quiet">{t('noGames')}</p>
          )}
        </section>

        <div className={styles.column}>
          <section className="panel" aria-labelledby="leaders">
            <h2 id="leaders">{t('leaders')}</h2>
            {boards.length === 0 && <p className="quiet">{t('noLeaders')}</p>}
            {boards.map(({ game, rows }) => (
              <div key={game} className={styles.board}>
                <h3>{faces.find((face) => face.game === game)?.name[language]}</h3>
                <LeaderRows rows={rows} />
              </div>
            ))}
            {boards.length > 0 && <a href="/leaderboards">{t('allLeaders')}</a>}
          </section>

          <section className="panel" aria-labelledby="online">
            <h2 id="online">{t('online')}</h2>
            {online.length > 0 ? (
              <ul className={styles.online}>
                {online.map((player) => (
                  <li key={player.id}>
                    <PlayerLink player={player} />
                  </li>
                ))}
              </ul>
            ) : (
              <p className="quiet">{t('nobodyOnline')}</p>
            )}
          </section>
        </div>

        <section className={styles.wide} aria-labelledby="start">
          <h2 id="start">{t('start.title')}</h2>
          <ol className={styles.steps}>
            {(['signIn', 'sit', 'play'] as const).map((step) => (
              <li key={step} className="panel">
                <h3>{t(`start.${step}.title`)}</h3>
                <p>{t(`start.${step}.text`)}</p>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </>
  );
}
