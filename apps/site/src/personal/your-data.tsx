'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DeleteAccount } from './delete-account';
import styles from './your-data.module.css';
import { useMe } from './use-me';

/** What the club keeps of whoever looks: to have, and to have deleted. Also for somebody who is banned. */
export function YourData() {
  const t = useTranslations('yourData');
  const me = useMe();
  const [asks, setAsks] = useState(false);
  const isKnown = Boolean(me?.player ?? me?.banned);
  const player = me?.player;
  return (
    <section id="your-data" className={`panel ${styles.data}`} aria-labelledby="your-data-title">
      <h2 id="your-data-title">{t('title')}</h2>
      <p>
        {t('lead')} <a href="/privacy">{t('privacy')}</a>
      </p>
      {isKnown && (
        <>
          <p id="download-text">{t('downloadText')}</p>
          <div className={styles.ways}>
            <a
              className="button plain"
              href="/api/me/export"
              download
              aria-describedby="download-text"
            >
              {t('download')}
            </a>
            <button type="button" className="button plain" onClick={() => setAsks(true)}>
              {t('delete')}
            </button>
          </div>
        </>
      )}
      {asks && (
        <DeleteAccount
          name={player ? `${player.firstName} ${player.lastName}`.trim() : undefined}
          onClose={() => setAsks(false)}
        />
      )}
    </section>
  );
}
