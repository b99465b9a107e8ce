import type { Post, ThreadHead } from '@trellis/facade';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PlayerLink } from '../ui/player-link';
import { usePlayerName } from '../ui/use-player-name';
import { When } from '../ui/when';
import styles from './thread.module.css';
import { postPath } from './thread-list';

interface Props {
  readonly thread: Pick<ThreadHead, 'id' | 'place'>;
  readonly post: Post;
  /** What its reader may do with it. */
  readonly tools: ReactNode;
}

export function PostArticle({ thread, post, tools }: Props) {
  const t = useTranslations('forum');
  const called = usePlayerName();
  const { number, author, at, html, replyTo, editedAt, removed, version } = post;
  return (
    <article id={`post-${number}`} className={styles.post} data-version={version}>
      <header className={styles.head}>
        <span className={styles.initial} aria-hidden="true">
          {[...called(author)][0]}
        </span>
        <p>
          <strong>
            <PlayerLink player={author} />
          </strong>
          <span className={styles.about}>
            <When at={at} />
            {editedAt !== null && removed === null && (
              <>
                {' · '}
                {t('edited')} <When at={editedAt} />
              </>
            )}
            {replyTo !== null && (
              <>
                {' · '}
                <a href={postPath(thread, replyTo)}>{t('answerTo', { number: replyTo })}</a>
              </>
            )}
          </span>
        </p>
        <a
          className={styles.number}
          href={postPath(thread, number)}
          aria-label={t('link', { number })}
        >
          {number}
        </a>
      </header>
      {removed === null ? (
        // Sanitised by the server when it was saved.
        <div className={styles.text} dangerouslySetInnerHTML={{ __html: html }} />
      ) : (
        <p className="quiet">{t(`removed.${removed}`)}</p>
      )}
      {removed === null && tools}
    </article>
  );
}
