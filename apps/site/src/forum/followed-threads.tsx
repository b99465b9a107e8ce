'use client';

import type { SubscriptionsAnswer } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { askMe } from '../personal/use-me';
import { When } from '../ui/when';
import { askForum } from './forum-api';
import { postPath } from './thread-list';
import styles from './desk.module.css';

type Followed = SubscriptionsAnswer['subscriptions'];

/** What is new in the threads that the reader follows; nothing for a visitor. */
export function FollowedThreads() {
  const t = useTranslations('forum');
  const [followed, setFollowed] = useState<Followed>([]);
  useEffect(() => {
    let here = true;
    void (async () => {
      if (!(await askMe())?.player) return;
      const said = await askForum<SubscriptionsAnswer>('GET', 'subscriptions');
      if (here && said.ok) setFollowed(said.answer.subscriptions);
    })();
    return () => {
      here = false;
    };
  }, []);
  const unread = followed.filter(({ thread, seen }) => seen < thread.size);
  if (followed.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="followed">
      <h2 id="followed">{t('followed')}</h2>
      {unread.length === 0 && <p className="quiet">{t('allRead')}</p>}
      <ul className={styles.found}>
        {unread.map(({ thread, seen }) => (
          <li key={thread.id}>
            <a href={postPath(thread, seen + 1)}>{thread.title}</a>{' '}
            <strong>{t('unread', { count: thread.size - seen })}</strong>{' '}
            <span className="quiet small">
              <When at={thread.last.at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
