import { club, leaderboardsPage, paintersPage } from '@trellis/facade';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { faces, gameName } from '../../games';
import { pageMetadata } from '../../metadata';
import { LeaderRows } from '../../ui/leader-rows';
import { PainterRows } from '../../ui/painter-rows';

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
  const words = await getTranslations('painters');
  const site = await getTranslations('site');
  const painters = paintersPage.read(club());
  const boards = leaderboardsPage(faces.map(({ game }) => game)).read(club());
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <p className="lead">
        {t('lead')} <a href="/statistics">{site('statistics')}</a>
      </p>
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
      <section className="panel" aria-labelledby="painters">
        <h2 id="painters">{words('title')}</h2>
        {painters.length > 0 ? (
          <>
            <p className="quiet">{words('lead')}</p>
            <PainterRows rows={painters} />
          </>
        ) : (
          <p className="quiet">
            {words('empty')} <a href="/grid?mode=paint">{words('toGrid')}</a>
          </p>
        )}
      </section>
    </div>
  );
}
