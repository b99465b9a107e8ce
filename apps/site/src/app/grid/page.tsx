import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../i18n/client-messages';
import { GridScreen } from '../../live/grid/grid-screen';
import { pageMetadata } from '../../metadata';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('grid');
  return pageMetadata('/grid', await getLocale(), { title: t('title'), description: t('lead') });
}

export default async function GridPage() {
  const t = await getTranslations('grid');
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <ClientMessages of={['personal', 'grid']}>
        <GridScreen />
      </ClientMessages>
    </div>
  );
}
