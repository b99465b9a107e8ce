'use client';

import { useTranslations } from 'next-intl';
import type { No } from '../club-socket';
import { useRefusalWords } from '../refusal-words';
import controls from './controls.module.css';

/** A "no" in words, until it is dismissed or something else succeeds. */
export function RefusalNote({ no, onClose }: { no: No | undefined; onClose?: () => void }) {
  const words = useRefusalWords();
  const t = useTranslations('refusals');
  return (
    <div role="alert">
      {no && (
        <p className={`${controls.note} ${controls.bad} ${controls.row}`}>
          <span className={controls.grows}>{words(no)}</span>
          {onClose && (
            <button type="button" className={controls.quiet} onClick={onClose}>
              {t('dismiss')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
