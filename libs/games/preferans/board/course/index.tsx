// Fetched where the course is taken: its coach, its words and the board come with it.
'use client';

import { lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react';
import type { Lang, Words } from '@trellis/games/kit';
import { fetchMessages } from '../messages/messages';

const courseIn = (lang: Lang) =>
  lazy(async () => {
    const [{ CourseScreen }] = await Promise.all([import('./CourseScreen'), fetchMessages([lang])]);
    return { default: CourseScreen };
  });
const courses = { en: courseIn('en'), ru: courseIn('ru'), es: courseIn('es') };

const waiting: Words = {
  en: 'The cards are being laid out…',
  ru: 'Раскладываем карты…',
  es: 'Se preparan las cartas…',
};

export interface CourseProps {
  readonly lang: Lang;
  /** The way into a real game, when the course is over. */
  readonly afterwards: ReactNode;
}

const nothingChanges = () => () => undefined;

/** Only in the browser, which remembers how far one has come; nothing is shown that cannot be pressed yet. */
export function Course(props: CourseProps) {
  const isHere = useSyncExternalStore(
    nothingChanges,
    () => true,
    () => false,
  );
  const Screen = courses[props.lang];
  const wait = <p role="status">{waiting[props.lang]}</p>;
  if (!isHere) return wait;
  return (
    <Suspense fallback={wait}>
      <Screen {...props} />
    </Suspense>
  );
}
