'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';

/** Copies the address of this very step. */
export function ShareLink({ ply }: { ply: number }) {
  const t = useTranslations('replay');
  const [copied, setCopied] = useState<number>();
  const copy = async () => {
    const { origin, pathname } = window.location;
    try {
      await navigator.clipboard.writeText(`${origin}${pathname}#${ply}`);
      setCopied(ply);
    } catch {
      // Not allowed to write there: the address bar says the same.
      setCopied(undefined);
    }
  };
  return (
    <button type="button" className="button plain" onClick={() => void copy()}>
      <span role="status">{copied === ply ? t('copied') : t('share')}</span>
    </button>
  );
}
