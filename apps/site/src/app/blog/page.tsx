import { blogPage, club, threadsListed } from '@trellis/facade';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import styles from '../../forum/desk.module.css';
import { OlderThreads } from '../../forum/older-threads';
import { sectionName } from '../../forum/section-names';
import { ClientMessages } from '../../i18n/client-messages';
import { pageMetadata } from '../../metadata';
import { PlayerLink } from '../../ui/player-link';
import { When } from '../../ui/when';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('forum');
  const metadata = await pageMetadata('/blog', await getLocale(), {
    title: t('blog.title'),
    description: t('blog.lead'),
  });
  const types = { 'application/atom+xml': '/api/blog/feed.atom' };
  return { ...metadata, alternates: { ...metadata.alternates, types } };
}

export default async function BlogPage() {
  const t = await getTranslations('forum');
  const articles = blogPage().read(club());
  const last = articles.at(-1);
  return (
    <ClientMessages of={['personal', 'forum', 'refusals']}>
      <div className="page">
        <h1>{t('blog.title')}</h1>
        <p className="lead">{t('blog.lead')}</p>
        <div className={styles.bar}>
          <a className="button" href="/blog/write">
            {t('newArticle')}
          </a>
          <a className="button plain" href="/api/blog/feed.atom">
            {t('feed')}
          </a>
        </div>
        {articles.length === 0 && <p className="panel">{t('blog.empty')}</p>}
        <div className={styles.articles}>
          {articles.map(({ id, title, section, author, startedAt, excerpt, size }) => (
            <article key={id} className="panel">
              <h2>
                <a href={`/blog/${id}`}>{title}</a>
              </h2>
              <p className="quiet small">
                {section === 'club' && <>{sectionName(t, 'blog', section)} · </>}
                <PlayerLink player={author} /> · <When at={startedAt} /> ·{' '}
                {t('comments', { count: size - 1 })}
              </p>
              <p>{excerpt}</p>
            </article>
          ))}
        </div>
        {last && articles.length === threadsListed && (
          <OlderThreads place="blog" before={last.startedAt} path="/blog" />
        )}
      </div>
    </ClientMessages>
  );
}
