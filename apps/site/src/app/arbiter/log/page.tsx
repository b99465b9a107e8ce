import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../../i18n/client-messages';
import { LogDesk } from '../../../justice/log-desk';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('justice');
  return { title: t('allLog'), robots: { index: false } };
}

export default async function LogPage() {
  const t = await getTranslations('justice');
  return (
    <ClientMessages of={['personal', 'justice', 'refusals']}>
      <div className="page narrow">
        <h1>{t('allLog')}</h1>

        <LogDesk />
      </div>
    </ClientMessages>
  );
}
