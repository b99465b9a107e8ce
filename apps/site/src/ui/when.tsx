'use client';

import { useLocale } from 'next-intl';
import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** A moment. The page says the day (it is the same for everybody); the reader's browser says the hour where he is. */
export function When({ at, dayOnly = false }: { at: number; dayOnly?: boolean }) {
  const language = useLocale();
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const date = new Date(at);
  const text =
    inBrowser && !dayOnly
      ? date.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' })
      : date.toLocaleDateString(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <time dateTime={date.toISOString()} suppressHydrationWarning>
      {text}
    </time>
  );
}
