import { postsOnPage, type ThreadHead } from '@trellis/facade';
import { useTranslations } from 'next-intl';
import { PlayerLink } from '../ui/player-link';
import { When } from '../ui/when';
import { sectionName, threadPath } from './section-names';
import styles from './thread-list.module.css';

interface Props {
  readonly threads: readonly ThreadHead[];
  /** Where the threads are of several sections. */
  readonly withSection?: boolean;
}

/** Threads, a line each: what about, by whom, how many answers, the last of them. */
export function ThreadList({ threads, withSection = false }: Props) {
  const t = useTranslations('forum');
  return (
    <ul className={styles.threads}>
      {threads.map((thread) => {
        const { id, title, author, size, last, closed, place, section } = thread;
        return (
          <li key={id}>
            <div className={styles.what}>
              <a className={styles.title} href={threadPath(thread)}>
                {title}
              </a>
              {closed && <span className={styles.mark}>{t('closed')}</span>}
              <p className={styles.about}>
                {withSection && <>{sectionName(t, place, section)} · </>}
                <PlayerLink player={author} />
                {size > 1 && (
                  <>
                    {' · '}
                    {t('lastBy')} <PlayerLink player={last.author} />
                  </>
                )}
                {' · '}
                <a className={styles.when} href={lastPostPath(thread)}>
                  <When at={last.at} />
                </a>
              </p>
            </div>
            <p className={styles.answers}>{t('answers', { count: size - 1 })}</p>
          </li>
        );
      })}
    </ul>
  );
}

/** Straight to what was written last. */
function lastPostPath(thread: ThreadHead): string {
  return postPath(thread, thread.size);
}

export function postPath(
  thread: Pick<ThreadHead, 'id' | 'place'>,
  number: number,
  version?: number,
): string {
  const page = Math.ceil(number / postsOnPage);
  const query = page > 1 ? `?page=${page}` : '';
  return `${threadPath(thread)}${query}#post-${number}${version ? `.${version}` : ''}`;
}
