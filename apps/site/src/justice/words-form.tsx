'use client';

import { useState, type ReactNode } from 'react';
import styles from './justice.module.css';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly longest: number;
  /** What sends it; it is given the words. */
  readonly children: (words: string) => ReactNode;
}

/** One text and what can be done with it. */
export function WordsForm({ label, hint, longest, children }: Props) {
  const [words, setWords] = useState('');
  return (
    <div className={styles.form}>
      <label className="field">
        <span className={styles.label}>{label}</span>
        {hint && <span className="quiet small">{hint}</span>}
        <textarea
          className="input"
          rows={3}
          maxLength={longest}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <div className={styles.buttons}>{children(words)}</div>
    </div>
  );
}
