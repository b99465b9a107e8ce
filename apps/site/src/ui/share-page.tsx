'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';

/** Hands this page on: by what the device has for it, or else by copying its address. */
export function SharePage() {
  const t = useTranslations('share');
  const [copied, setCopied] = useState(false);
  const share = async () => {
    const { origin, pathname } = window.location;
    const url = origin + pathname;
    try {
      if (typeof navigator.share === 'function')
        return await navigator.share({ title: document.title, url });
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // Thought better of it, or not allowed: the address bar says the same.
    }
  };
  return (
    <button type="button" className="button plain" onClick={() => void share()}>
      <span role="status">{t(copied ? 'copied' : 'share')}</span>
    </button>
  );
}
