'use client';

import { useLocale } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { dateFormat } from './date-format';

interface Props {
  readonly at: number;
  readonly dayOnly?: boolean;
}

/** A moment, where the reader is. */
export function When(props: Props) {
  const iso = new Date(props.at).toISOString();
  return (
    <time dateTime={iso} title={iso}>
      <WhenWords {...props} />
    </time>
  );
}

/** The words alone, for drawings. The page, the same for everybody, says the day in UTC; the reader's browser knows better. */
export function WhenWords({ at, dayOnly = false }: Props) {
  const language = useLocale();
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return dateFormat(language, {
    dateStyle: 'medium',
    timeStyle: inBrowser && !dayOnly ? 'short' : undefined,
    timeZone: inBrowser ? undefined : 'UTC',
  }).format(at);
}

const never = () => () => undefined;
