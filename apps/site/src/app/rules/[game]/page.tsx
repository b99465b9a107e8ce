import { courseOf } from '@trellis/games/catalog/courses';
import { gameNamed } from '@trellis/games/catalog/games';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { faceOf } from '../../../games';
import { pageMetadata } from '../../../metadata';
import { BookText } from '../../../rules/book-text';
import { CourseLink } from '../../../rules/course-link';
import { ConventionBook } from '../../../rules/convention-book';
import { ruleBook } from '../../../rules/rule-book';
import styles from '../rules.module.css';

interface Props {
  params: Promise<{ game: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { game } = await params;
  const face = faceOf(game);
  if (!face) return {};
  const language = await getLocale();
  const t = await getTranslations('rules');
  const title = t('gameTitle', { game: face.name[language] });
  const description = t('gameLead', { game: face.name[language], tagline: face.tagline[language] });
  return pageMetadata(`/rules/${game}`, language, { title, description });
}

export default async function GameRulesPage({ params }: Props) {
  const { game } = await params;
  const face = faceOf(game);
  const rules = gameNamed(game);
  if (!face || !rules) notFound();
  const language = await getLocale();
  const t = await getTranslations('rules');
  const learn = await getTranslations('learn');
  const book = await ruleBook({
    folder: `games/${game}`,
    language,
    conventions: new Set(rules.conventions.fields.map(({ id }) => id)),
    tableWord: t('tableInText'),
  });
  const conventions = <ConventionBook schema={rules.conventions} />;
  const hasPlace = book.parts.some(({ kind }) => kind === 'conventions');
  return (
    <div className={`page ${styles.book}`}>
      <h1>{t('gameTitle', { game: face.name[language] })}</h1>
      {courseOf(game) && (
        <p className="quiet">
          {learn('hall')} <CourseLink game={game} className={undefined} />
        </p>
      )}
      <BookText book={book} game={game} conventions={conventions} />
      {!hasPlace && (
        <>
          <h2>{t('conventions')}</h2>
          <p className="quiet">{t('conventionsLead')}</p>
          {conventions}
        </>
      )}
      <p className={styles.ways}>
        <a className="button" href={`/halls/${game}`}>
          {t('toHall')}
        </a>
        {rules.notation && (
          <a className="button plain" href="/records">
            {t('readRecord')}
          </a>
        )}
      </p>
    </div>
  );
}
