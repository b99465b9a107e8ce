import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notFound');
  return { title: t('title'), robots: { index: false } };
}

export default async function NotFound() {
  const t = await getTranslations('notFound');
  return (
    <div className="page narrow">
      <h1>{t('title')}</h1>
      <p className="lead">{t('text')}</p>
      <p>
        <a className="button" href="/halls">
          {t('toHalls')}
        </a>
      </p>
    </div>
  );
}
