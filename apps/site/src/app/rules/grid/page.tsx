import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { pageMetadata } from '../../../metadata';
import { BookText } from '../../../rules/book-text';
import { ruleBook } from '../../../rules/rule-book';
import styles from '../rules.module.css';

const nothingAgreed: ReadonlySet<string> = new Set();

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rules');
  const grid = await getTranslations('grid');
  const title = t('gameTitle', { game: grid('title') });
  return pageMetadata('/rules/grid', await getLocale(), { title, description: t('gridLead') });
}

/** The grid has no tables and agrees on nothing: only its book. */
export default async function GridRulesPage() {
  const language = await getLocale();
  const t = await getTranslations('rules');
  const grid = await getTranslations('grid');
  const book = await ruleBook({
    folder: 'grid',
    language,
    conventions: nothingAgreed,
    tableWord: t('tableInText'),
  });
  return (
    <div className={`page ${styles.book}`}>
      <h1>{t('gameTitle', { game: grid('title') })}</h1>
      <BookText book={book} game="grid" />
      <p className={styles.ways}>
        <a className="button" href="/grid">
          {t('toGrid')}
        </a>
      </p>
    </div>
  );
}
