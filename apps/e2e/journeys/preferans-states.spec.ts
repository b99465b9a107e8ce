import type { Page } from '@playwright/test';
import { ClubClient } from '../src/harness/club-client';
import { PreferansTable } from '../src/harness/preferans-table';
import { expect, test, type Person } from './club';
import { atTable, ownCards } from './preferans';
import { nothingSerious, nothingSticksOut } from './whole';

const ofColours = ['color-contrast', 'link-in-text-block'];
/** 200 KB of compressed script. */
const mostScript = 200 * 1024;

/** Each seat of one table is looked at in another language, theme and width. */
const looks = [
  { locale: 'en', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { locale: 'ru', colorScheme: 'dark', viewport: { width: 1600, height: 900 } },
  { locale: 'es', colorScheme: 'light', viewport: { width: 390, height: 780 } },
] as const;

test('every state of a table is whole in three languages, light and dark, wide and narrow', async ({
  browser,
  club,
}) => {
  const people = ['Ekaterina Константинопольская', 'Борис Воронцов', 'José Español'];
  const table = await PreferansTable.sitsDown(
    await Promise.all(people.map((name) => ClubClient.connect(club.url, name))),
  );
  const seated: Person[] = [];
  for (const [seat, name] of people.entries())
    seated.push(await atTable(browser, club, name, table.path, looks[seat]));
  const pages = seated.map(({ page }) => page);

  const look = async (page: Page, where: string) => {
    const at = pages.indexOf(page);
    const { locale, colorScheme, viewport } = looks[at]!;
    await nothingSerious(page, `${where}, ${locale}`);
    await nothingSticksOut(page, `${where} at ${viewport.width}`);
    if (viewport.width === 390) {
      await page.setViewportSize({ width: 320, height: 640 });
      await nothingSticksOut(page, `${where} at 320`);
      await page.setViewportSize(viewport);
    }
    const other = colorScheme === 'light' ? 'dark' : 'light';
    await page.emulateMedia({ colorScheme: other });
    await nothingSerious(page, `${where}, ${locale}, ${other}`, ofColours);
    await page.emulateMedia({ colorScheme });
  };
  /** Everybody has the newest view. */
  const everybody = async (where: string) => {
    for (const page of pages) {
      await page.locator(`[data-seq="${table.seq}"]`).waitFor();
      await look(page, where);
    }
  };
  const inDialog = async (page: Page, what: string) => {
    const tool = page.locator(`[data-what="${what}"]`);
    if (!(await tool.isVisible())) return;
    await tool.click();
    await page.locator('dialog[open]').waitFor();
    await look(page, `the dialog ${what}`);
    if (what === 'table' && (await page.locator('dialog button:enabled').count()) > 2) {
      await page.locator('dialog button:enabled').nth(1).click();
      await look(page, 'the dialog of offers');
    }
    await page.keyboard.press('Escape');
    await expect(page.locator('dialog[open]')).toHaveCount(0);
  };

  await everybody('the auction');
  await table.say('6S P P');
  await everybody('talon and discard');
  await table.name('6S');
  await everybody('whist or pass');
  await table.say('pass whist');
  await everybody('open or closed');
  await table.say('open');
  await table.playCards(4);
  await everybody('open play');
  // One page a dialog: languages, themes and widths take turns.
  const dialogs = ['sheet', 'last-trick', 'table', 'settings', 'help'];
  for (const [at, what] of dialogs.entries()) await inDialog(pages[at % 3]!, what);
  await inDialog(pages[2]!, 'sheet');
  await table.playCards();
  for (const page of pages) await inDialog(page, 'last-deal');
  await table.say('M P P');
  await table.name('M');
  await table.playCards(4);
  await everybody('misère');
  await table.playCards();
  await table.say('P P P');
  await table.playCards(3);
  await everybody('raspasy');
  const by = table.order[0];
  const { taken } = table.deal!.play!;
  const left = 10 - taken.reduce((sum, each) => sum + each, 0);
  await table.act({ kind: 'offer', tricks: taken.with(by, taken[by]! + left) }, by);
  await everybody('an offer');
  for (const seat of table.order.slice(1)) await table.act({ kind: 'answer', yes: true }, seat);
  await pages[2]!.locator('[data-what="sheet"]').click();
  await pages[2]!.locator('dialog [data-column="mountain"]').first().click();
  await look(pages[2]!, 'why a number stands there');
  for (let open = 2; open > 0; open--) await pages[2]!.keyboard.press('Escape');
  await table.act({ kind: 'propose-stop' }, 0);
  await everybody('a proposal to stop');
  for (const seat of [1, 2]) await table.act({ kind: 'answer-stop', yes: true }, seat);
  await table.playUntil(
    () => false,
    (_view, legal) => legal[0]!,
  );
  for (const page of pages) await page.getByRole('table').first().waitFor();
  await everybody('the settlement');
  table.close();
  for (const person of seated) await person.leaves();
});

test('the first load of a table is at most 200 KB of script', async ({ browser, club }) => {
  const people = ['Sofia Script', 'Bundle One', 'Bundle Two'];
  const table = await PreferansTable.sitsDown(
    await Promise.all(people.map((name) => ClubClient.connect(club.url, name))),
  );
  const context = await browser.newContext({ baseURL: club.url });
  await context.request.post('/auth/demo', {
    data: { name: people[0] },
    headers: { origin: club.url },
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const urls = new Map<string, string>();
  const scripts = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') urls.set(requestId, response.url);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId);
    if (url !== undefined) scripts.set(url, encodedDataLength);
  });
  await page.goto(table.path, { waitUntil: 'networkidle' });
  await expect(ownCards(page)).toHaveCount(10);
  await context.close();
  table.close();
  const bytes = [...scripts.values()].reduce((sum, each) => sum + each, 0);
  test.info().annotations.push({ type: 'script', description: `${bytes} bytes` });
  expect(bytes, JSON.stringify([...scripts], null, 1)).toBeLessThanOrEqual(mostScript);
  expect(bytes).toBeGreaterThan(50_000);
});
