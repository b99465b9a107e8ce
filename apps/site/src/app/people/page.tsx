import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../i18n/client-messages';
import { PeopleDesk } from '../../people/people-desk';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people');
  return { title: t('title'), robots: { index: false } };
}

export default async function PeoplePage() {
  const t = await getTranslations('people');
  return (
    <ClientMessages of={['personal', 'people', 'chat', 'refusals']}>
      <div className="page narrow">
        <h1>{t('title')}</h1>
        <PeopleDesk />
      </div>
    </ClientMessages>
  );
}
