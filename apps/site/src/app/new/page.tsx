import { club, newThingsPage } from '@trellis/facade';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FollowedThreads } from '../../forum/followed-threads';
import styles from '../../forum/desk.module.css';
import { ThreadList } from '../../forum/thread-list';
import { ClientMessages } from '../../i18n/client-messages';
import { pageMetadata } from '../../metadata';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('forum');
  return pageMetadata('/new', await getLocale(), {
    title: t('newThings'),
    description: t('newThingsLead'),
  });
}

export default async function NewThingsPage() {
  const t = await getTranslations('forum');
  const threads = newThingsPage().read(club());
  return (
    <ClientMessages of={['personal', 'forum', 'refusals']}>
      <div className="page">
        <h1>{t('newThings')}</h1>
        <p className="lead">{t('newThingsLead')}</p>
        <div className={styles.articles}>
          <FollowedThreads />
          <div className="panel">
            {threads.length === 0 && <p className="quiet">{t('forum.empty')}</p>}
            <ThreadList threads={threads} withSection />
          </div>
        </div>
      </div>
    </ClientMessages>
  );
}
