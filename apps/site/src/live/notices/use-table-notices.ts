'use client';

import type { TableView } from '@trellis/wire';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { leftInAll, markPassed } from '../countdown';
import { useOutcomeWords } from '../table/outcome-words';
import { useSeatNames } from '../table/seat-names';
import { useSecondsUntil } from '../use-countdown';
import { announce } from './announcer';
import { markTab } from './page-badge';
import { notifyAway } from './system-notification';
import { play, readyOnGesture } from './tones';
import { useHappenedWords } from './happened-words';

/** The clock is announced once at each of these (ms left). */
const marks = [30_000, 10_000];

/** Tells the reader what happens: by voice, by sound, by the tab, by the system. */
export function useTableNotices(view: TableView, at: number): void {
  const t = useTranslations('table');
  const names = useSeatNames(view);
  const happenedWords = useHappenedWords(names);
  const { headline, reason } = useOutcomeWords(view);
  const { id, seq, viewer, phase, toAct } = view;
  const seated = viewer !== 'spectator';
  const myTurn = seated && phase === 'playing' && toAct.includes(viewer);
  const finished = phase === 'finished';

  useEffect(() => readyOnGesture(), []);

  const told = useRef(seq);
  useEffect(() => {
    if (told.current === seq) return; // what was there before we came is not news
    told.current = seq;
    const said = view.happened.map(happenedWords);
    // A forfeit has been told already by what happened.
    const why = view.happened.some(({ kind }) => kind === 'forfeited') ? undefined : reason;
    if (finished) said.push(`${headline}.`, why ?? '');
    announce(said.filter(Boolean).join(' '));
    const kinds = new Set(view.happened.map(({ kind }) => kind));
    if (kinds.has('finished')) play('end');
    if (kinds.has('started')) {
      play('start');
      if (seated) notifyAway(id, 'table-full', t('started'), names.join(' – '));
    }
  }, [seq, view, happenedWords, finished, headline, reason, seated, id, t, names]);

  useEffect(() => {
    if (!myTurn) return;
    play('turn');
    notifyAway(id, 'your-turn', t('yourTurn'), document.title);
    return markTab(`● ${t('yourTurn')} ·`);
  }, [myTurn, id, t]);

  useClockMarks(view, at, (seconds) => {
    announce(t('secondsLeft', { count: seconds }));
    play('clock');
  });
}

function useClockMarks(view: TableView, at: number, onMark: (seconds: number) => void): void {
  const clock = view.viewer === 'spectator' ? undefined : view.seats[view.viewer]?.clock;
  const end = clock?.running ? at + (clock.startsIn ?? 0) + leftInAll(clock, 0) : undefined;
  const seconds = useSecondsUntil(end);
  const last = useRef<number>(undefined);
  useEffect(() => {
    const before = last.current;
    last.current = seconds;
    if (seconds === undefined || before === undefined) return;
    const mark = markPassed(before * 1000, seconds * 1000, marks);
    if (mark !== undefined) onMark(seconds);
  }, [seconds, onMark]);
}
