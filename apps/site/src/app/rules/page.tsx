import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { faces } from '../../games';
import { pageMetadata } from '../../metadata';
import { CourseLink } from '../../rules/course-link';
import styles from '../halls/halls.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rules');
  return pageMetadata('/rules', await getLocale(), { title: t('title'), description: t('lead') });
}

export default async function RulesPage() {
  const language = await getLocale();
  const t = await getTranslations('rules');
  const grid = await getTranslations('grid');
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <ul className={styles.halls}>
        {faces.map(({ game, name, tagline }) => (
          <li key={game} className="panel">
            <h2>{name[language]}</h2>
            <p>{tagline[language]}</p>
            <p className={styles.ways}>
              <a className="button" href={`/rules/${game}`}>
                {t('read')}
              </a>
              <CourseLink game={game} className="button plain" />
            </p>
          </li>
        ))}
        <li className="panel">
          <h2>{grid('title')}</h2>
          <p>{t('gridLead')}</p>
          <p className={styles.ways}>
            <a className="button" href="/rules/grid">
              {t('read')}
            </a>
          </p>
        </li>
      </ul>
      <section className={`panel ${styles.after}`} aria-labelledby="table">
        <h2 id="table">{t('table.title')}</h2>
        <ul>
          {(['start', 'clock', 'leaving', 'talk', 'ratings'] as const).map((each) => (
            <li key={each}>{t(`table.${each}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
