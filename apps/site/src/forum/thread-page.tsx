import type { Post, ThreadHead } from '@trellis/facade';
import { useTranslations } from 'next-intl';
import { SharePage } from '../ui/share-page';
import { PostArticle } from './post-article';
import { PostTools } from './post-tools';
import { sectionName, threadPath } from './section-names';
import { ThreadDesk } from './thread-desk';
import styles from './thread.module.css';

interface Props {
  readonly head: ThreadHead;
  readonly posts: readonly Post[];
  readonly page?: number;
  readonly pages?: number;
}

/** A thread, or a page of it: rendered on the server, or in the browser for one that memory does not hold. */
export function ThreadPage({ head, posts, page = 1, pages = 1 }: Props) {
  const t = useTranslations('forum');
  const { place, section, title } = head;
  const list = place === 'forum' ? `/forum/${section}` : '/blog';
  return (
    <div className="page">
      <div className={styles.top}>
        <p className={styles.path}>
          <a href={`/${place}`}>{t(`${place}.title`)}</a>
          {place === 'forum' && (
            <>
              {' › '}
              <a href={list}>{sectionName(t, place, section)}</a>
            </>
          )}
          {place === 'blog' && <> › {sectionName(t, place, section)}</>}
        </p>
        <h1>{title}</h1>
        <SharePage />
        {head.closed && <p className="notice">{t('closedText')}</p>}
      </div>
      <ThreadDesk head={head} lastShown={posts.at(-1)?.number ?? 0}>
        <div className={styles.posts}>
          {posts.map((post) => (
            <PostArticle
              key={post.id}
              thread={head}
              post={post}
              tools={
                <PostTools
                  id={post.id}
                  number={post.number}
                  author={post.author}
                  edited={post.editedAt !== null}
                />
              }
            />
          ))}
        </div>
        {pages > 1 && (
          <nav aria-label={t('pages')}>
            <ul className={styles.pages}>
              {Array.from({ length: pages }, (_, index) => index + 1).map((each) => (
                <li key={each}>
                  <a
                    href={each === 1 ? threadPath(head) : `${threadPath(head)}?page=${each}`}
                    aria-current={each === page ? 'page' : undefined}
                  >
                    {each}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </ThreadDesk>
    </div>
  );
}
