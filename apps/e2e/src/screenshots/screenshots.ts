// npm run screenshots -- [folder] [part of a name]: pictures of every page and table, to be looked at by people.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { ClubClient, demoSignIn } from '../harness/club-client.js';
import { ClubProcess } from '../harness/club-process.js';
import { chromiumArguments, chromiumPath } from '../harness/chromium.js';
import { liven, type LivelyClub } from './lively-club.js';
import { takePreferans } from './preferans-pictures.js';
import { pageIn, type Variant } from './variants.js';

/** Not the full product: each size, theme and language meets the others somewhere. */
const variants: readonly Variant[] = [
  { width: 1280, height: 800, theme: 'light', lang: 'en' },
  { width: 1280, height: 800, theme: 'dark', lang: 'ru' },
  { width: 390, height: 780, theme: 'dark', lang: 'en' },
  { width: 390, height: 780, theme: 'light', lang: 'ru' },
  { width: 320, height: 780, theme: 'light', lang: 'es' },
];

const folder = resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? 'screenshots');
const wanted = process.argv[3] ?? '';
/** For one picture (ms), beside whatever else the machine does. */
const patience = 180_000;

await mkdir(folder, { recursive: true });
const club = await ClubProcess.start({ env: { DEMO_SIGN_IN: 'on', LOG_LEVEL: 'error' } });
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: chromiumArguments,
});
try {
  if (!wanted.startsWith('preferans')) {
    const lively = await liven(club.url);
    for (const variant of variants) await takeAll(browser, lively, variant);
    lively.close();
  }
  await takePreferans(
    browser,
    club.url,
    (name) => name.startsWith(wanted) || wanted.startsWith(name) || !wanted.startsWith('preferans'),
    (page, name, variant) => keep(page, nameOf(name, variant), false),
  );
} finally {
  await browser.close();
  await club.remove();
}
console.log(`The pictures are in ${folder}`);

async function takeAll(
  browser: Browser,
  { addresses, guide }: LivelyClub,
  variant: Variant,
): Promise<void> {
  const context = await pageIn(browser, club.url, variant);
  const { width } = variant;
  const page = await context.newPage();
  const take = (name: string) => keep(page, nameOf(name, variant), true);

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

function nameOf(name: string, { width, theme, lang }: Variant): string {
  return `${name}-${width}-${theme}-${lang}.png`;
}

async function keep(page: Page, file: string, fullPage: boolean): Promise<void> {
  if (file.includes(wanted))
    await page.screenshot({ path: join(folder, file), fullPage, timeout: patience });
}

/** Waits for what the browser adds: the corner, and at a table its view. */
async function opens(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle', timeout: patience });
  await page.evaluate(() => document.fonts.ready);
}
