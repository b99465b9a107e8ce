'use client';

import type { FeedbackAnswer } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { askClub } from '../personal/ask-club';
import { askMe } from '../personal/use-me';
import styles from './justice.module.css';

/** What people said of somebody after games, as sums; for members, and only where there is something. */
export function FeedbackSums({ player }: { player: string }) {
  const t = useTranslations('justice');
  const [sums, setSums] = useState<FeedbackAnswer>();
  useEffect(() => {
    let here = true;
    void (async () => {
      if (!(await askMe())?.player) return;
      const said = await askClub<FeedbackAnswer>('GET', `/api/justice/players/${player}/feedback`);
      if (here && said.ok) setSums(said.answer);
    })();
    return () => {
      here = false;
    };
  }, [player]);
  if (!sums || Object.values(sums.marks).every((count) => count === 0)) return null;
  return (
    <section className={styles.sums} aria-label={t('feedbackOf')}>
      <strong>{t('feedbackOf')}</strong>
      {(['positive', 'neutral', 'negative'] as const).map((mark) => (
        <span key={mark} data-mark={mark}>
          {t('times', { tag: t(`mark.${mark}`), count: sums.marks[mark] })}
        </span>
      ))}
      {sums.tags.map(({ tag, times }) => (
        <span key={tag} className="quiet">
          {t('times', { tag: t(`tag.${tag}`), count: times })}
        </span>
      ))}
    </section>
  );
}
