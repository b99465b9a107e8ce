'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { hashOf, type Place } from './place';

/** Copies the address of this very step. */
export function ShareLink({ place }: { place: Place }) {
  const t = useTranslations('replay');
  const hash = hashOf(place);
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    const { origin, pathname } = window.location;
    try {
      await navigator.clipboard.writeText(`${origin}${pathname}${hash}`);
      setCopied(hash);
    } catch {
      // Not allowed to write there: the address bar says the same.
      setCopied(undefined);
    }
  };
  return (
    <button type="button" className="button plain" onClick={() => void copy()}>
      <span role="status">{copied === hash ? t('copied') : t('share')}</span>
    </button>
  );
}
