import { club, forumPage } from '@trellis/facade';
import { forumSections } from '@trellis/forum';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import styles from '../../forum/desk.module.css';
import { ThreadList } from '../../forum/thread-list';
import { pageMetadata } from '../../metadata';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('forum');
  return pageMetadata('/forum', await getLocale(), {
    title: t('forum.title'),
    description: t('forum.lead'),
  });
}

export default async function ForumPage() {
  const t = await getTranslations('forum');
  const sections = forumPage(forumSections).read(club());
  return (
    <div className="page">
      <h1>{t('forum.title')}</h1>
      <p className="lead">{t('forum.lead')}</p>
      <div className={styles.bar}>
        <a className="button" href="/forum/write">
          {t('newTopic')}
        </a>
        <a className="button plain" href="/new">
          {t('newThings')}
        </a>
        <a className="button plain" href="/forum/search">
          {t('search')}
        </a>
      </div>
      <div className={styles.sections}>
        {forumSections.map((section, index) => {
          const newest = sections[index]?.newest ?? [];
          return (
            <section key={section} className="panel" aria-labelledby={section}>
              <h2 id={section}>
                <a href={`/forum/${section}`}>{t(`section.${section}.name`)}</a>
              </h2>
              <p className="quiet">{t(`section.${section}.about`)}</p>
              {newest.length > 0 && <ThreadList threads={newest} />}
            </section>
          );
        })}
      </div>
    </div>
  );
}
