import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../i18n/client-messages';
import { BenchDesk } from '../../justice/bench-desk';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('justice');
  return { title: t('arbiterTitle'), robots: { index: false } };
}

export default async function BenchPage() {
  const t = await getTranslations('justice');
  return (
    <ClientMessages of={['personal', 'justice', 'chat', 'refusals']}>
      <div className="page narrow">
        <h1>{t('arbiterTitle')}</h1>
        <p className="lead">{t('arbiterLead')}</p>
        <BenchDesk />
      </div>
    </ClientMessages>
  );
}
