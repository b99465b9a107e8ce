'use client';

import type { TableView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { askUntilAnswered } from '../club-socket';
import controls from '../parts/controls.module.css';
import { clubSocket } from '../use-club-socket';

interface Props {
  readonly view: TableView;
  /** How often the table was looked at anew: after each, the club has to hear again from where one plays. */
  readonly looks: number;
  /** Told whether the player plays from another device, so that this one only shows the game. */
  readonly onChange: (elsewhere: boolean) => void;
}

/** Says that the player plays from here; when he does from a newer device, says so and offers the way back. */
export function PlaysElsewhere({ view, looks, onChange }: Props) {
  const t = useTranslations('table');
  const { id: tableId, playsOn } = view;
  const [device, setDevice] = useState<string>();
  /** What the club answered: a page that lost its connection is no newer than before. */
  const since = useRef<number>(undefined);

  const playHere = useCallback(
    async (isWanted: () => boolean) => {
      const ask = () => clubSocket().ask('table:play-here', { tableId, since: since.current });
      const answer = await askUntilAnswered(ask, isWanted);
      if (!answer.ok) return;
      since.current = answer.since;
      setDevice(answer.device);
    },
    [tableId],
  );
  useEffect(() => {
    if (looks === 0) return;
    let wanted = true;
    void playHere(() => wanted);
    return () => {
      wanted = false;
    };
  }, [looks, playHere]);

  const elsewhere = device !== undefined && playsOn !== undefined && playsOn !== device;
  useEffect(() => onChange(elsewhere), [elsewhere, onChange]);
  const place = useRef<HTMLDivElement>(null);
  // It comes above the board that a phone has been filled with.
  useEffect(() => {
    if (elsewhere) place.current?.scrollIntoView({ block: 'nearest' });
  }, [elsewhere]);

  return (
    <div role="status" ref={place}>
      {elsewhere && (
        <p className={`${controls.note} ${controls.row}`}>
          <span className={controls.grows}>{t('playsElsewhere')}</span>
          <button
            type="button"
            className="button"
            onClick={() => {
              since.current = undefined;
              void playHere(() => true);
            }}
          >
            {t('playHere')}
          </button>
        </p>
      )}
    </div>
  );
}
