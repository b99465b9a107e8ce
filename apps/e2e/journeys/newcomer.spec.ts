import { ClubProcess } from '../src/harness/club-process';
import { expect, Person, test } from './club';
import { nothingSticksOut } from './whole';

// What a phone leaves of 390 by 844 below its bars.
const phone = { width: 390, height: 664 };

for (const [locale, play, turn, first, bids] of [
  ['en-GB', 'Preferans with the house', 'Your turn', 'First time at Preferans?', 'First you bid.'],
  ['ru-RU', 'Преферанс с компьютером', 'Ваш ход', 'Преферанс: вы впервые?', 'Сначала торгуются.'],
  ['es-ES', 'Preferans con la casa', 'Te toca', '¿Primera vez con Preferans?', 'Primero se puja.'],
] as const) {
  test(`a newcomer with a phone is one touch from a table, without scrolling: ${locale}`, async ({
    browser,
    club,
  }) => {
    const begun = Date.now();
    const guest = await Person.arrives(browser, club, undefined, {
      viewport: phone,
      hasTouch: true,
      locale,
    });
    const { page } = guest;
    await page.goto('/');
    const way = page.getByRole('link', { name: play });
    await expect(way).toBeInViewport({ ratio: 1 });
    await way.tap();
    await page.waitForURL('**/tables/visitor-*');
    await expect(page.locator('ul[data-kind="own"] [data-card]')).toHaveCount(10);
    await expect(page.getByText(turn).first()).toBeVisible({ timeout: 30_000 });
    const seconds = (Date.now() - begun) / 1000;
    test
      .info()
      .annotations.push({ type: 'seconds to the first decision', description: `${seconds}` });
    expect(seconds).toBeLessThan(60);
    // Who has never played learns there what the first words mean.
    await page.getByText(first).tap();
    await expect(page.getByText(bids)).toBeVisible();
    await nothingSticksOut(page, 'the table of a newcomer');
    expect(guest.complaints).toEqual([]);
    await guest.leaves();
  });
}

test('a game of the house that nobody remembers any more is no wall', async ({ browser }) => {
  const club = await ClubProcess.start({ env: { HOUSE_TABLES: 'on', LOG_LEVEL: 'error' } });
  try {
    const { page } = await Person.arrives(browser, club);
    await page.goto('/games/house-table-1-gone');
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  } finally {
    await club.remove();
  }
});
