import { expect, Person, test } from './club';
import { nothingSticksOut } from './whole';

for (const [locale, lost, again] of [
  ['en-GB', 'There is no network', 'Leaderboards'],
  ['ru-RU', 'Нет сети', 'Таблицы лидеров'],
  ['es-ES', 'No hay conexión', 'Clasificación'],
] as const) {
  test(`without a network the club says so, and comes back by itself: ${locale}`, async ({
    browser,
    club,
  }) => {
    const guest = await Person.arrives(browser, club, undefined, {
      viewport: { width: 320, height: 640 },
      locale,
    });
    const { page } = guest;
    await page.goto('/');
    // The worker has what it needs, and this page is its own.
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller) return;
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      );
    });
    await page.context().setOffline(true);
    await page.goto('/leaderboards');
    await expect(page.getByRole('heading', { name: lost })).toBeVisible();
    await nothingSticksOut(page, 'the page without a network');
    await page.context().setOffline(false);
    await expect(page.getByRole('heading', { level: 1, name: again })).toBeVisible();
    expect(page.url()).toContain('/leaderboards');
    await guest.leaves();
  });
}

test('a page that is older than the club offers to be loaded anew, and does not insist', async ({
  browser,
  club,
}) => {
  const { page, ...guest } = await Person.arrives(browser, club);
  await page.goto('/');
  const offer = page.getByText('There is a newer version of the club.');
  const look = async () => {
    const asked = page.waitForResponse('**/build.txt');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    return (await (await asked).text()).trim();
  };
  await page.waitForLoadState('networkidle');
  const now = await look();
  expect(now).toBe(await page.locator('html').getAttribute('data-build'));
  await expect(offer).toBeHidden();

  await page.route('**/build.txt', (route) => route.fulfill({ body: 'a-later-one' }));
  await look();
  await expect(offer).toBeVisible();
  await page.getByRole('button', { name: 'Later' }).click();
  await look();
  await expect(offer).toBeHidden();

  await page.unroute('**/build.txt');
  await page.route('**/build.txt', (route) => route.fulfill({ body: 'the-latest' }));
  await look();
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Reload' }).click();
  await loaded;
  await expect(offer).toBeHidden();
  expect(guest.complaints).toEqual([]);
  await page.context().close();
});
