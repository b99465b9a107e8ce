import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../i18n/client-messages';
import { OwnDesk } from '../../justice/own-desk';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('justice');
  return { title: t('ownTitle'), robots: { index: false } };
}

export default async function OwnPage() {
  const t = await getTranslations('justice');
  return (
    <ClientMessages of={['personal', 'justice', 'refusals']}>
      <div className="page narrow">
        <h1>{t('ownTitle')}</h1>
        <p className="lead">{t('ownLead')}</p>
        <OwnDesk />
      </div>
    </ClientMessages>
  );
}
