import type { Browser, BrowserContext, Page } from '@playwright/test';
import { ClubClient, demoSignIn } from '../harness/club-client.js';
import { PreferansTable } from '../harness/preferans-table.js';
import { scenes, type Scene } from './preferans-scenes.js';
import { pageIn, type Variant } from './variants.js';

/** A phone and a wide screen, both themes, three languages. */
const variants: readonly Variant[] = [
  { width: 1440, height: 900, theme: 'light', lang: 'en' },
  { width: 1920, height: 1080, theme: 'dark', lang: 'ru' },
  { width: 1024, height: 768, theme: 'dark', lang: 'es' },
  { width: 390, height: 780, theme: 'light', lang: 'ru' },
  { width: 390, height: 780, theme: 'dark', lang: 'en' },
  { width: 320, height: 640, theme: 'light', lang: 'es' },
];

const names = ['Ann Archer', 'Борис Воронцов', 'María del Carmen Ñúñez', '李小明'];

type Take = (page: Page, name: string, variant: Variant) => Promise<void>;

/** Every phase of Preferans, by games that are really played. */
export async function takePreferans(
  browser: Browser,
  url: string,
  wanted: (name: string) => boolean,
  take: Take,
): Promise<void> {
  const contexts = new Map<Variant, BrowserContext>();
  for (const variant of variants) contexts.set(variant, await pageIn(browser, url, variant));
  const people: ClubClient[] = [];
  for (const name of names) people.push(await ClubClient.connect(url, name));

  const takeIn = async (
    name: string,
    eyes: string | undefined,
    path: string,
    open?: Scene['open'],
  ) => {
    for (const [variant, context] of contexts) {
      await context.clearCookies();
      if (eyes !== undefined) {
        const { cookie } = await demoSignIn(url, eyes);
        const [key = '', value = ''] = cookie.split(/=(.*)/s);
        await context.addCookies([{ name: key, value, url }]);
      }
      const page = await context.newPage();
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.evaluate(() => document.fonts.ready);
      await open?.(page);
      await page.waitForLoadState('networkidle');
      await take(page, name, variant);
      await page.close();
    }
  };

  if (wanted('preferans-conventions')) {
    const { tableId } = await people[0]!.must('table:set', { game: 'preferans' });
    await takeIn('preferans-conventions', names[0], `/tables/${tableId}`, async (page) => {
      await page.getByRole('dialog').waitFor();
    });
    await people[0]!.must('table:cancel', { tableId });
  }
  if (wanted('preferans-gathering')) {
    const [host, guest] = people;
    const { tableId } = await host!.must('table:set', { game: 'preferans' });
    const conventions = { poolTarget: 10, halfWhistDowngrade: true, raspasyTalon: 'closed' };
    await host!.must('table:conventions', { tableId, preset: 'sochi', conventions });
    await guest!.must('table:sit', { tableId, seat: 1 });
    await takeIn('preferans-gathering', names[3], `/tables/${tableId}`);
    await takeIn('preferans-hall', names[3], '/halls/preferans');
    for (const each of [host, guest]) await each!.must('table:stand', { tableId });
  }
  for (const scene of scenes) {
    const name = `preferans-${scene.name}`;
    if (!wanted(name)) continue;
    // Each is broken off, and who leaves rated games loses the right to them for a while.
    const conventions = { ...scene.conventions, rated: false };
    const seated = people.slice(0, scene.four ? 4 : 3);
    const table = await PreferansTable.sitsDown(seated, { ...scene, conventions });
    await scene.bring(table);
    const eyes = scene.eyes(table);
    await takeIn(name, eyes === 'visitor' ? undefined : names[eyes], table.path, scene.open);
    await table.breaksUp();
  }
  for (const each of people) each.close();
  for (const context of contexts.values()) await context.close();
}
