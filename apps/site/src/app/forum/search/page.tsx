import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SearchDesk } from '../../../forum/search-desk';
import { ClientMessages } from '../../../i18n/client-messages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('forum');
  return { title: t('searchTitle'), robots: { index: false } };
}

export default async function SearchPage() {
  const t = await getTranslations('forum');
  return (
    <ClientMessages of={['personal', 'forum', 'refusals']}>
      <div className="page narrow">
        <p>
          <a href="/forum">{t('forum.title')}</a>
        </p>
        <h1>{t('searchTitle')}</h1>
        <p className="lead">{t('searchLead')}</p>
        <SearchDesk />
      </div>
    </ClientMessages>
  );
}
