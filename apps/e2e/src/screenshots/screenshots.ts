// npm run screenshots -- [folder] [part of a name]: pictures of every page and table, to be looked at by people.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { ClubClient, demoSignIn } from '../harness/club-client.js';
import { ClubProcess } from '../harness/club-process.js';
import { chromiumArguments, chromiumPath } from '../harness/chromium.js';
import { liven, type LivelyClub } from './lively-club.js';

/** Not the full product: each size, theme and language meets the others somewhere. */
const variants = [
  { width: 1280, theme: 'light', lang: 'en' },
  { width: 1280, theme: 'dark', lang: 'ru' },
  { width: 390, theme: 'dark', lang: 'en' },
  { width: 390, theme: 'light', lang: 'ru' },
  { width: 320, theme: 'light', lang: 'es' },
] as const;
type Variant = (typeof variants)[number];

const folder = resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? 'screenshots');
const wanted = process.argv[3] ?? '';

await mkdir(folder, { recursive: true });
const club = await ClubProcess.start({ env: { DEMO_SIGN_IN: 'on', LOG_LEVEL: 'error' } });
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: chromiumArguments,
});
try {
  const lively = await liven(club.url);
  for (const variant of variants) await takeAll(browser, lively, variant);
  lively.close();
} finally {
  await browser.close();
  await club.remove();
}
console.log(`The pictures are in ${folder}`);

async function takeAll(
  browser: Browser,
  { addresses, guide }: LivelyClub,
  { width, theme, lang }: Variant,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: club.url,
    viewport: { width, height: width < 600 ? 780 : 800 },
    deviceScaleFactor: width < 600 ? 2 : 1,
    hasTouch: width < 600,
    colorScheme: theme,
    locale: lang,
    timezoneId: 'Europe/Madrid',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const take = async (name: string) => {
    const file = `${name}-${width}-${theme}-${lang}.png`;
    if (file.includes(wanted)) await page.screenshot({ path: join(folder, file), fullPage: true });
  };

  for (const name of ['home', 'sign-in', 'hall']) {
    await opens(page, addresses[name]!);
    await take(`visitor-${name}`);
  }
  const { cookie } = await demoSignIn(club.url, guide);
  const [key = '', value = ''] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name: key, value, url: club.url }]);
  for (const [name, address] of Object.entries(addresses)) {
    await opens(page, address);
    await take(name);
  }

  const setter = await ClubClient.connect(club.url, guide);
  const { tableId } = await setter.must('table:set', { game: 'tic-tac-toe' });
  await opens(page, `/tables/${tableId}`);
  await page.getByRole('dialog').waitFor();
  await take('table-convention');
  await setter.must('table:cancel', { tableId });
  setter.close();

  if (width < 600) {
    await opens(page, addresses['table-playing']!);
    await page.locator('button[aria-expanded="false"]').last().click();
    await page.getByRole('log').waitFor();
    await take('table-chat');
  }
  await context.close();
}

/** Waits for what the browser adds: the corner, and at a table its view. */
async function opens(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
}
