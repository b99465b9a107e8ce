'use client';

import { useTranslations } from 'next-intl';
import { MemberAction } from '../parts/member-action';
import styles from './hall-table.module.css';

interface Props {
  readonly number: number;
  readonly returnTo: string;
  readonly disabled: boolean;
  readonly onSet: () => void;
}

export function FreeSlot({ number, returnTo, disabled, onSet }: Props) {
  const t = useTranslations('hall');
  return (
    <article className={`${styles.card} ${styles.free}`} aria-label={t('table', { number })}>
      <p className={styles.head}>
        <span className={styles.number}>{number}</span>
        <span className={styles.phase}>{t('phase.free')}</span>
      </p>
      <MemberAction
        className={`button plain ${styles.action}`}
        returnTo={returnTo}
        disabled={disabled}
        onAct={onSet}
      >
        {t('set')}
        <span className="visually-hidden"> {number}</span>
      </MemberAction>
    </article>
  );
}
