import { club, statisticsPage } from '@trellis/facade';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { pageMetadata } from '../../metadata';
import { GameStatisticsPanel } from '../../statistics/game-statistics';
import styles from '../../statistics/statistics.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('statistics');
  return pageMetadata('/statistics', await getLocale(), {
    title: t('title'),
    description: t('lead'),
  });
}

export default async function StatisticsPage() {
  const t = await getTranslations('statistics');
  const statistics = statisticsPage().read(club());
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      {statistics.length === 0 && (
        <p className="panel">
          {t('empty')} <a href="/halls">{t('toHalls')}</a>
        </p>
      )}
      <div className={styles.games}>
        {statistics.map((each) => (
          <GameStatisticsPanel key={each.game} statistics={each} />
        ))}
      </div>
      <p className="quiet">
        {t('more')} <a href="/fairness">{t('deals')}</a> ·{' '}
        <a href="/leaderboards">{t('ratings')}</a>
      </p>
    </div>
  );
}
