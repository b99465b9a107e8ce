import type { Browser, BrowserContext } from '@playwright/test';

export interface Variant {
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
  readonly lang: string;
}

/** A browser of its own, as wide, as dark and in the language as the variant says; nothing in it moves. */
export function pageIn(
  browser: Browser,
  url: string,
  { width, height, theme, lang }: Variant,
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: url,
    viewport: { width, height },
    deviceScaleFactor: width < 600 ? 2 : 1,
    hasTouch: width < 600,
    colorScheme: theme,
    locale: lang,
    timezoneId: 'Europe/Madrid',
    reducedMotion: 'reduce',
  });
}
