import { club, fairnessPage } from '@trellis/facade';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { DealStatistics } from '../../fairness/deal-statistics';
import { faceOf } from '../../games';
import { pageMetadata } from '../../metadata';
import styles from '../../fairness/fairness.module.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('fairness');
  return pageMetadata('/fairness', await getLocale(), {
    title: t('title'),
    description: t('lead'),
  });
}

export default async function FairnessPage() {
  const t = await getTranslations('fairness');
  const deals = await Promise.all(
    fairnessPage()
      .read(club())
      .map(async (counts) => ({ counts, deck: await faceOf(counts.game)?.deck?.() })),
  );
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <div className={styles.parts}>
        <section className="panel" aria-labelledby="how">
          <h2 id="how">{t('how')}</h2>
          <ol className={styles.text}>
            {(['commit', 'contribute', 'draw', 'reveal'] as const).map((step) => (
              <li key={step}>{t(`steps.${step}`)}</li>
            ))}
          </ol>
        </section>
        <section className="panel" aria-labelledby="means">
          <h2 id="means">{t('means')}</h2>
          <ul className={styles.text}>
            {(['club', 'players', 'limits'] as const).map((each) => (
              <li key={each}>{t(`meaning.${each}`)}</li>
            ))}
          </ul>
        </section>
        <section className="panel" aria-labelledby="check">
          <h2 id="check">{t('check')}</h2>
          <div className={styles.text}>
            <p>
              {t('checkText')} <a href="/verify-deals.mjs">{t('program')}</a>
            </p>
            <pre className={styles.command}>node verify-deals.mjs deals.json</pre>
            <p>{t('format')}</p>
          </div>
        </section>
        <section className="panel" aria-labelledby="long">
          <h2 id="long">{t('long')}</h2>
          <p className={styles.text}>{t('longText')}</p>
          {deals.length === 0 && <p className="quiet">{t('nothing')}</p>}
          {deals.map(({ counts, deck }) => (
            <DealStatistics key={`${counts.game} ${counts.length}`} counts={counts} deck={deck} />
          ))}
        </section>
      </div>
    </div>
  );
}
