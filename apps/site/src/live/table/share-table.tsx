'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState, useSyncExternalStore } from 'react';
import styles from './gathering.module.css';

/** How a friend finds the table: its link, and its number when it stands in the hall. */
export function ShareTable({ number }: { number: number | null }) {
  const t = useTranslations('table');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const link = useSyncExternalStore(
    never,
    () => window.location.origin + window.location.pathname,
    () => '',
  );

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      field.current?.select(); // without permission: ready for the reader's own copy key
    }
  };

  return (
    <section className={`panel ${styles.share}`}>
      <label htmlFor={id}>{number === null ? t('sharePrivate') : t('share', { number })}</label>
      <div className={styles.link}>
        <input
          id={id}
          ref={field}
          className="input"
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button plain" onClick={() => void copy()}>
          {t('copy')}
        </button>
      </div>
      <p role="status" className={styles.copied}>
        {copied && t('copied')}
      </p>
    </section>
  );
}

const never = () => () => undefined;
