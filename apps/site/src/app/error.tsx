'use client';

import { useTranslations } from 'next-intl';

/** Something on this page broke; the rest of the club goes on. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  const t = useTranslations('personal');
  return (
    <div className="page narrow" role="alert">
      <h1>{t('broken.title')}</h1>
      <p className="lead">{t('broken.text')}</p>
      <button type="button" className="button" onClick={reset}>
        {t('broken.again')}
      </button>
    </div>
  );
}
