import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../i18n/client-messages';
import { pageMetadata } from '../../metadata';
import { RecordReader } from '../../records/record-reader';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records');
  return pageMetadata('/records', await getLocale(), {
    title: t('title'),
    description: t('lead'),
  });
}

/** A record that somebody brings is read and shown in the browser alone. */
export default async function RecordsPage() {
  const t = await getTranslations('records');
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <p className="lead">{t('lead')}</p>
      <ClientMessages of={['replay', 'analysis', 'records']}>
        <RecordReader />
      </ClientMessages>
    </div>
  );
}
