'use client';

import type { NoticeWishes } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import account from '../personal/account-settings.module.css';
import styles from './notice-settings.module.css';
import { minuteOf, timeOf } from './quiet-times';

type Hours = Pick<NoticeWishes, 'quiet' | 'timeZone'>;

/** What most people would choose. */
const night = { from: 22 * 60, to: 8 * 60 };

interface Props extends Hours {
  readonly hasPush: boolean;
  readonly onChange: (hours: Hours) => void;
}

/** When nothing comes by system and push, by the clocks where the reader is. */
export function QuietHours({ quiet, timeZone, hasPush, onChange }: Props) {
  const t = useTranslations('notices');
  const zoneHere = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const change = (end: 'from' | 'to', time: string) => {
    const minute = minuteOf(time);
    if (quiet && minute !== undefined) onChange({ quiet: { ...quiet, [end]: minute }, timeZone });
  };
  return (
    <fieldset className={styles.quiet}>
      <legend>{t('quiet')}</legend>
      <label className={account.check}>
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={(event) =>
            onChange({ quiet: event.target.checked ? night : null, timeZone: zoneHere })
          }
        />
        {t(hasPush ? 'quietText' : 'quietTextSystem')}
      </label>
      {quiet && (
        <>
          <div className={styles.times}>
            {(['from', 'to'] as const).map((end) => (
              <label key={end}>
                {t(end)}
                <input
                  className="input"
                  type="time"
                  required
                  defaultValue={timeOf(quiet[end])}
                  onChange={(event) => change(end, event.target.value)}
                />
              </label>
            ))}
            <span className="quiet">{t('zone', { zone: timeZone })}</span>
          </div>
          {zoneHere !== timeZone && (
            <button
              type="button"
              className="button plain"
              onClick={() => onChange({ quiet, timeZone: zoneHere })}
            >
              {t('useZone', { zone: zoneHere })}
            </button>
          )}
        </>
      )}
    </fieldset>
  );
}
