import { gameNamed } from '@trellis/games/catalog/games';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { faceOf } from '../../../games';
import { pageMetadata } from '../../../metadata';
import { ConventionBook } from '../../../rules/convention-book';
import { rulesHtml } from '../../../rules/rules-text';
import styles from './rules.module.css';

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
  return pageMetadata(`/rules/${game}`, language, { title, description: face.tagline[language] });
}

export default async function GameRulesPage({ params }: Props) {
  const { game } = await params;
  const face = faceOf(game);
  const rules = gameNamed(game);
  if (!face || !rules) notFound();
  const language = await getLocale();
  const t = await getTranslations('rules');
  return (
    <div className={`page ${styles.book}`}>
      <h1>{t('gameTitle', { game: face.name[language] })}</h1>
      {language !== 'en' && <p className="quiet">{t('inEnglish')}</p>}
      <div
        className={styles.text}
        lang="en"
        dangerouslySetInnerHTML={{ __html: await rulesHtml(game) }}
      />
      <h2>{t('conventions')}</h2>
      <p className="quiet">{t('conventionsLead')}</p>
      <ConventionBook schema={rules.conventions} />
      <p>
        <a className="button" href={`/halls/${game}`}>
          {t('toHall')}
        </a>{' '}
        {rules.notation && (
          <a className="button plain" href="/records">
            {t('readRecord')}
          </a>
        )}
      </p>
    </div>
  );
}
