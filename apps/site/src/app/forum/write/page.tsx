import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { WriteDesk } from '../../../forum/write-desk';
import { ClientMessages } from '../../../i18n/client-messages';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('forum');
  return { title: t('newTopic'), robots: { index: false } };
}

export default async function WriteTopicPage() {
  const t = await getTranslations('forum');
  return (
    <ClientMessages of={['personal', 'forum', 'refusals']}>
      <div className="page narrow">
        <p>
          <a href="/forum">{t('forum.title')}</a>
        </p>
        <h1>{t('newTopic')}</h1>
        <WriteDesk place="forum" />
      </div>
    </ClientMessages>
  );
}
