'use client';

import { useTranslations } from 'next-intl';
import { useId, useState, type FormEvent } from 'react';
import styles from './find-by-number.module.css';

/** "I am at table 12": the way to a friend. */
export function FindByNumber({
  onFind,
  disabled,
}: {
  onFind: (number: number) => void;
  disabled: boolean;
}) {
  const t = useTranslations('hall');
  const [typed, setTyped] = useState('');
  const id = useId();
  const number = Number(typed);
  const fits = /^\d{1,4}$/.test(typed.trim()) && number > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fits) onFind(number);
  };
  return (
    <form className={styles.find} onSubmit={submit}>
      <label htmlFor={id}>{t('tableNumber')}</label>
      <input
        id={id}
        className={`input ${styles.number}`}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={typed}
        onChange={(event) => setTyped(event.target.value.replace(/\D/g, ''))}
      />
      <button type="submit" className="button plain" disabled={disabled || !fits}>
        {t('find')}
      </button>
    </form>
  );
}
