import { ClubProcess } from '../src/harness/club-process';
import { expect, Person, test } from './club';
import { cell } from './tables';

test('a newcomer plays Preferans with the house within a minute, signed in nowhere', async ({
  browser,
  club,
}) => {
  const begun = Date.now();
  const guest = await Person.arrives(browser, club);
  const { page } = guest;
  await page.goto('/');
  await page.getByRole('link', { name: 'Preferans with the house' }).click();
  await page.waitForURL('**/tables/visitor-*');
  // Ten cards in hand, two of the house beside.
  await expect(page.getByText('House 1 (Middle)').first()).toBeVisible();
  await expect(page.getByText('House 2 (Middle)').first()).toBeVisible();
  await expect(page.getByText('You play as a guest')).toBeVisible();
  await expect(page.getByText('Your turn').first()).toBeVisible({ timeout: 30_000 });
  expect(Date.now() - begun).toBeLessThan(60_000);

  // Loading the page again changes nothing, and the corner leads back to the game.
  const address = page.url();
  await page.reload();
  await expect(page.getByText('You play as a guest')).toBeVisible();
  await page.goto('/');
  await page.getByRole('link', { name: 'You play at 1 table' }).click();
  await page.waitForURL(address);
  expect(guest.complaints).toEqual([]);
});

test('a guest plays tic-tac-toe to the end, looks at it again, and may sign in', async ({
  browser,
  club,
}) => {
  const guest = await Person.arrives(browser, club);
  const { page } = guest;
  await page.goto('/halls/tic-tac-toe');
  await page.getByRole('link', { name: 'Play with the house' }).click();
  await page.waitForURL('**/tables/visitor-*');
  const replay = page.getByRole('link', { name: 'Replay the game' });
  for (const place of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
    if (await replay.isVisible()) break;
    const free = cell(page, Math.floor(place / 3) + 1, (place % 3) + 1);
    if (!/empty/i.test((await free.getAttribute('aria-label')) ?? 'empty')) continue;
    await free.click({ timeout: 4000 }).catch(() => undefined);
  }
  await replay.click();
  await expect(page.getByRole('region', { name: 'Replay' })).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: 'Sign in' }).last().click();
  await page.waitForURL('**/sign-in?returnTo=*visitor-*');
  expect(guest.complaints).toEqual([]);
});

test('the house plays for who looks', async ({ browser }) => {
  const club = await ClubProcess.start({ env: { HOUSE_TABLES: 'on', LOG_LEVEL: 'error' } });
  try {
    const visitor = await Person.arrives(browser, club);
    const { page } = visitor;
    await page.goto('/');
    await page
      .getByRole('link', { name: /Preferans.*House 1 \(Strong\)/ })
      .first()
      .click();
    await expect(page.getByText('Only the house plays here')).toBeVisible();
    const trick = page.locator('main');
    const before = await trick.innerText();
    await expect.poll(() => trick.innerText(), { timeout: 10_000 }).not.toBe(before);
    expect(visitor.complaints).toEqual([]);
  } finally {
    await club.remove();
  }
});
