import { club, hallsPage } from '@trellis/facade';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { faces } from '../../games';
import { pageMetadata } from '../../metadata';
import { CourseLink } from '../../rules/course-link';
import styles from './halls.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('halls');
  return pageMetadata('/halls', await getLocale(), { title: t('title'), description: t('lead') });
}

export default async function HallsPage() {
  const language = await getLocale();
  const t = await getTranslations('halls');
  const halls = hallsPage(faces.map(({ game }) => game)).read(club());
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <ul className={styles.halls}>
        {faces.map(({ game, name, tagline }) => {
          const hall = halls.find((each) => each.game === game);
          return (
            <li key={game} className="panel">
              <h2>{name[language]}</h2>
              <p>{tagline[language]}</p>
              <p className="quiet numbers">
                {t('here', { count: hall?.here ?? 0 })} ·{' '}
                {t('playing', { count: hall?.playing ?? 0 })}
              </p>
              <p className={styles.ways}>
                <a className="button" href={`/halls/${game}`}>
                  {t('enter')}
                </a>
                <a className="button plain" href={`/rules/${game}`}>
                  {t('rules')}
                </a>
                <CourseLink game={game} className="button plain" />
              </p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
