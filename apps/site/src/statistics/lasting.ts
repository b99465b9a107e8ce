import { useTranslations } from 'next-intl';

/** How long something took (ms), in the unit that people would use. */
export function useLasting(): (ms: number) => string {
  const t = useTranslations('statistics');
  return (ms) =>
    ms < 120_000
      ? t('seconds', { count: Math.round(ms / 1_000) })
      : t('minutes', { count: Math.round(ms / 60_000) });
}
