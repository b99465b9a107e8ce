import { club, leaderboardsPage } from '@trellis/facade';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { faces, gameName } from '../../games';
import { pageMetadata } from '../../metadata';
import { LeaderRows } from '../../ui/leader-rows';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('leaderboards');
  return pageMetadata('/leaderboards', await getLocale(), {
    title: t('title'),
    description: t('lead'),
  });
}

export default async function LeaderboardsPage() {
  const language = await getLocale();
  const t = await getTranslations('leaderboards');
  const boards = leaderboardsPage(faces.map(({ game }) => game)).read(club());
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {boards.map(({ game, rows }) => (
        <section key={game} className="panel" aria-labelledby={game}>
          <h2 id={game}>{gameName(game, language)}</h2>
          {rows.length > 0 ? (
            <LeaderRows rows={rows} />
          ) : (
            <p className="quiet">
              {t('empty')} <a href={`/halls/${game}`}>{t('toHall')}</a>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}
