import type { Page } from '@playwright/test';
import { expect, Person, test } from './club';

test.beforeEach(({ provider }) => provider.reset());

const nameInTheCorner = (page: Page) => page.getByRole('banner').locator('summary:visible');

for (const { way, button } of [
  { way: 'google', button: 'Sign in with Google' },
  { way: 'oidc', button: 'Sign in with your organisation' },
]) {
  test(`${way}: to the provider and back to where one was; the name is the provider's`, async ({
    browser,
    club,
    provider,
  }) => {
    provider.person = { sub: `${way}-1`, given_name: 'Zinaida', family_name: `Of ${way}` };
    const zina = await Person.arrives(browser, club);
    const { page } = zina;
    await page.goto('/settings');
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: button }).click();

    await page.waitForURL('**/settings');
    await expect(nameInTheCorner(page)).toContainText(`Zinaida Of ${way}`);
    await expect(page.getByText(`Your name is Zinaida Of ${way}.`)).toBeVisible();
    // Nothing to change it with: the one text that can be written here is the name of a token.
    await expect(page.getByRole('textbox')).toHaveAttribute('id', 'token-name');

    await page.getByLabel(/Hide my last name/).check();
    await expect
      .poll(async () => (await page.request.get('/api/me')).json())
      .toMatchObject({ player: { name: 'Zinaida O.' } });
    await zina.leaves();
  });
}

test('cancelled at the provider: it is said, and the way is still open', async ({
  browser,
  club,
  provider,
}) => {
  const person = await Person.arrives(browser, club);
  const { page } = person;
  provider.error = 'access_denied';
  await page.goto('/sign-in?returnTo=/leaderboards');
  await page.getByRole('link', { name: 'Sign in with Google' }).click();
  await expect(page.getByText('You cancelled signing in.')).toBeVisible();

  provider.error = undefined;
  await page.getByRole('link', { name: 'Sign in with Google' }).click();
  await page.waitForURL('**/leaderboards');
  await expect(nameInTheCorner(page)).toContainText('Anna Karenina');
  await person.leaves();
});

test('a way back that leads to another site is not taken', async ({ browser, club }) => {
  const person = await Person.arrives(browser, club);
  const { page } = person;
  for (const foreign of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
    await page.goto(`/sign-in?returnTo=${encodeURIComponent(foreign)}`);
    await page.getByLabel('First and last name').fill('Cara Careful');
    await page.getByRole('button', { name: 'Enter the club' }).click();
    await expect(page).toHaveURL(`${club.url}/`);
  }
  await page.goto(`/auth/google?returnTo=${encodeURIComponent('//evil.example')}`);
  await expect(page).toHaveURL(`${club.url}/`);
  await person.leaves();
});

test('signing out here leaves the other device alone; everywhere closes it at once', async ({
  browser,
  club,
}) => {
  const laptop = await Person.arrives(browser, club, 'Dora Devices');
  const phone = await Person.arrives(browser, club, 'Dora Devices');
  const tablet = await Person.arrives(browser, club, 'Dora Devices');
  await phone.goes('/halls/tic-tac-toe');
  await expect(phone.page.getByText('Connected')).toBeAttached();

  await tablet.goes('/');
  await nameInTheCorner(tablet.page).click();
  await tablet.page.getByRole('button', { name: 'Sign out' }).click();
  await expect(
    tablet.page.getByRole('banner').getByRole('link', { name: 'Sign in' }),
  ).toBeVisible();
  await expect(phone.page.getByText('Connected')).toBeAttached();

  await laptop.goes('/settings');
  const said = phone.page.getByText('You have signed out, here or elsewhere.');
  await expect(said).toHaveCount(0);
  await Promise.all([
    said.waitFor(),
    laptop.page.getByRole('button', { name: 'Sign out everywhere' }).click(),
  ]);

  await phone.page.getByRole('button', { name: 'Load again' }).click();
  await expect(phone.page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  for (const person of [laptop, phone, tablet]) await person.leaves();
});
