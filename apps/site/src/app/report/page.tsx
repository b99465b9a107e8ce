import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '../../i18n/client-messages';
import { ReportDesk } from '../../justice/report-desk';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('justice');
  return { title: t('reportTitle'), robots: { index: false } };
}

export default async function ReportPage() {
  const t = await getTranslations('justice');
  return (
    <ClientMessages of={['personal', 'justice', 'people', 'refusals']}>
      <div className="page narrow">
        <h1>{t('reportTitle')}</h1>
        <p className="lead">{t('reportLead')}</p>
        <ReportDesk />
      </div>
    </ClientMessages>
  );
}
