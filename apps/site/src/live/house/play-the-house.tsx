'use client';

import { useTranslations } from 'next-intl';
import { useState, type MouseEvent, type ReactNode } from 'react';
import { goPlayTheHouse, type HouseRefusal } from './ask-the-house';
import styles from './house.module.css';

interface Props {
  readonly game: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** One click to a table where the house takes every other seat. Before scripts run it is the way through the hall. */
export function PlayTheHouse({ game, className, children }: Props) {
  const t = useTranslations('house');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<HouseRefusal>();
  const play = (event: MouseEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    void goPlayTheHouse(game).then((refusal) => {
      setBusy(false);
      setRefused(refusal);
    });
  };
  return (
    <>
      <a
        className={className}
        href={`/halls/${game}?play=house`}
        rel="nofollow"
        aria-busy={busy}
        onClick={play}
      >
        {busy ? t('starting') : children}
      </a>
      <span role="alert" className={refused && styles.refused}>
        {refused && t(refused)}
      </span>
    </>
  );
}
