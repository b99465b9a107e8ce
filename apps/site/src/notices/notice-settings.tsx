'use client';

import type { NoticesAnswer, NoticeWishes } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { askClub } from '../personal/ask-club';
import { useMe } from '../personal/use-me';
import { NoticeMatrix } from './notice-matrix';
import styles from './notice-settings.module.css';
import { PushSettings } from './push-settings';
import { QuietHours } from './quiet-hours';
import { SystemPermission } from './system-permission';

/** What a member wants to be told of, by which channels, and when not. Each change is kept at once. */
export function NoticeSettings() {
  const t = useTranslations('notices');
  const settings = useTranslations('settings');
  const isMember = Boolean(useMe()?.player);
  const [known, setKnown] = useState<NoticesAnswer | null>();
  const [kept, setKept] = useState<boolean>();

  useEffect(() => {
    if (isMember) void read().then(setKnown);
  }, [isMember]);
  if (!isMember) return null;

  const wish = async (wishes: NoticeWishes) => {
    setKnown((before) => before && { ...before, wishes });
    setKept(undefined);
    const said = await askClub('PUT', '/api/notices', wishes);
    setKept(said.ok);
    if (!said.ok) setKnown(await read());
  };
  return (
    <section id="notices" className={`panel ${styles.notices}`} aria-labelledby="notices-title">
      <h2 id="notices-title">{t('title')}</h2>
      <p>{t('lead')}</p>
      {known === null && <p className="notice bad">{settings('away')}</p>}
      {known && (
        <>
          <NoticeMatrix
            matrix={known.wishes.matrix}
            hasPush={known.pushKey !== null}
            onChange={(matrix) => void wish({ ...known.wishes, matrix })}
          />
          <SystemPermission />
          {known.pushKey !== null && (
            <PushSettings
              pushKey={known.pushKey}
              devices={known.devices}
              onChange={() => void read().then(setKnown)}
            />
          )}
          <QuietHours
            quiet={known.wishes.quiet}
            timeZone={known.wishes.timeZone}
            hasPush={known.pushKey !== null}
            onChange={(hours) => void wish({ ...known.wishes, ...hours })}
          />
          <p role="status" className={kept === false ? 'notice bad' : 'quiet'}>
            {kept !== undefined && (kept ? t('saved') : settings('notSaved'))}
          </p>
        </>
      )}
    </section>
  );
}

/** Null when the club could not be reached. */
async function read(): Promise<NoticesAnswer | null> {
  const said = await askClub<NoticesAnswer>('GET', '/api/notices');
  return said.ok ? said.answer : null;
}
