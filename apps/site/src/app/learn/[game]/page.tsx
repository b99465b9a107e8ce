import { courseScreenOf } from '@trellis/games/catalog/course-screens';
import { courseOf } from '@trellis/games/catalog/courses';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { faceOf } from '../../../games';
import { ClientMessages } from '../../../i18n/client-messages';
import { PlayTheHouse } from '../../../live/house/play-the-house';
import { pageMetadata } from '../../../metadata';
import styles from './learn.module.css';

interface Props {
  params: Promise<{ game: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { game } = await params;
  const face = faceOf(game);
  const lead = courseOf(game);
  if (!face || !lead) return {};
  const language = await getLocale();
  const t = await getTranslations('learn');
  const title = t('title', { game: face.name[language] });
  return pageMetadata(`/learn/${game}`, language, { title, description: lead[language] });
}

/** A course for who has never played; it ends at a table of the house. */
export default async function LearnPage({ params }: Props) {
  const { game } = await params;
  const face = faceOf(game);
  const lead = courseOf(game);
  const { Course } = courseScreenOf(game) ?? {};
  if (!face || !lead || !Course) notFound();
  const language = await getLocale();
  const t = await getTranslations('learn');
  const house = await getTranslations('house');
  return (
    <div className={`page ${styles.learn}`}>
      <h1>{t('title', { game: face.name[language] })}</h1>
      <p className="lead">{lead[language]}</p>
      <noscript>
        <p className="panel">
          {t('needsScript')} <a href={`/rules/${game}`}>{t('rules')}</a>
        </p>
      </noscript>
      <ClientMessages of={['house']}>
        <Course
          lang={language}
          afterwards={
            <p className={styles.ways}>
              <PlayTheHouse game={game} className="button">
                {house('play', { game: face.name[language] })}
              </PlayTheHouse>
              <a className="button plain" href={`/rules/${game}`}>
                {t('rules')}
              </a>
            </p>
          }
        />
      </ClientMessages>
    </div>
  );
}
