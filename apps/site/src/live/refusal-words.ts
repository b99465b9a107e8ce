'use client';

import type { Lang } from '@trellis/games/kit';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Messages } from '../i18n/load-messages';
import type { No } from './club-socket';

/**
 * A refusal in the reader's language. Codes that the catalogue does not know (a rule's own, or a newer
 * server's) get a friendly sentence that names the code.
 */
export function useRefusalWords(): (no: No) => string {
  const t = useTranslations('refusals');
  const lang = useLocale() as Lang;
  return useCallback(
    ({ code, details }: No) => {
      const said = wordsIn(details?.message, lang);
      if (said) return said;
      if (!isCode(code) || !t.has(code)) return t('unknown', { code });
      const { until, reason } = details ?? {};
      return t(code, {
        ...{ seconds: secondsToWait(details), code, until: moment(until, lang) },
        reason: reason === 'left-games' ? t('left-games') : String(reason),
      });
    },
    [t, lang],
  );
}

type Code = keyof Messages['refusals'];

/** Codes are key-safe by convention; anything else would be read as a path into the catalogue. */
function isCode(code: string): code is Code {
  return /^[a-z0-9-]+$/.test(code);
}

/** Some refusals bring their own words from the game's schema (`conflicting-conventions`). */
function wordsIn(message: unknown, lang: Lang): string | undefined {
  if (!message || typeof message !== 'object') return undefined;
  const text = (message as Partial<Record<Lang, unknown>>)[lang];
  return typeof text === 'string' ? text : undefined;
}

function moment(until: unknown, lang: Lang): string {
  const at = typeof until === 'number' ? new Date(until) : new Date(0);
  return at.toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'short' });
}

function secondsToWait(details: No['details']): number {
  const ms = Number(details?.retryMs);
  return Number.isFinite(ms) ? Math.max(1, Math.ceil(ms / 1000)) : 1;
}
