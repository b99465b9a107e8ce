import { readFile } from 'node:fs/promises';
import { expect, Person, test } from './club';
import { setsTable } from './tables';
import { nothingSerious, nothingSticksOut } from './whole';

test('a member reads what is kept, takes it with him, and is gone at once', async ({
  browser,
  club,
}) => {
  const dora = await Person.arrives(browser, club, 'Dora Departs', {
    viewport: { width: 390, height: 780 },
  });
  const { page } = dora;
  await dora.goes('/halls/tic-tac-toe');
  const elsewhere = await dora.opensTab('/halls/tic-tac-toe');
  await expect(elsewhere.getByText('Connected')).toBeAttached();

  await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click();
  await expect(page.getByRole('heading', { name: 'Network addresses' })).toBeVisible();
  await nothingSticksOut(page, 'privacy');
  await nothingSerious(page, 'privacy');
  await page.getByRole('link', { name: 'To your data in the settings' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download my data' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('trellis-my-data.json');
  const { parts } = JSON.parse(await readFile(await file.path(), 'utf8')) as {
    parts: Readonly<Record<string, readonly { readonly last_name?: string }[]>>;
  };
  expect(parts['player']?.map((each) => each.last_name)).toEqual(['Departs']);

  await page.getByRole('button', { name: 'Delete my account…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  await nothingSerious(page, 'deleting');
  const name = dialog.getByLabel(/type your name: Dora Departs/);
  await name.fill('Somebody Else');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(dialog.getByRole('alert')).toContainText('not the name of this account');
  await name.fill('Dora Departs');
  const signedOut = elsewhere.getByText('You have signed out, here or elsewhere.');
  await expect(signedOut).toHaveCount(0);
  await Promise.all([
    signedOut.waitFor(),
    dialog.getByRole('button', { name: 'Delete for good' }).click(),
  ]);
  await page.getByRole('button', { name: 'To the start page' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  // The wrong name was refused.
  await dora.leaves(/settings.*: Failed to load resource: .* 400/);
});

test('who is gone is called so in each reader’s language: on his profile and at a table', async ({
  browser,
  club,
}) => {
  const gone = await Person.arrives(browser, club, 'Gustav Gone');
  const id = await idOf(gone);
  const guest = await Person.arrives(browser, club, 'Olga Stays', { locale: 'ru' });
  await gone.goes('/halls/tic-tac-toe');
  const table = await setsTable(gone);
  await guest.goes(table);
  await guest.page.getByRole('button', { name: 'Сесть' }).click();
  await expect(guest.page.getByRole('link', { name: 'Gustav Gone' })).toBeVisible();

  await gone.goes('/settings');
  await gone.page.getByRole('button', { name: 'Delete my account…' }).click();
  await gone.page.getByLabel(/type your name/).fill('Gustav Gone');
  await gone.page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(gone.page.getByRole('dialog')).toContainText('Your account is deleted');

  await guest.goes(`/players/${id}`);
  await expect(guest.page.getByRole('heading', { level: 1 })).toHaveText('Бывший игрок');
  await expect(guest.page).toHaveTitle(/Бывший игрок/);
  await guest.goes(table);
  await expect(guest.page.getByRole('link', { name: 'Бывший игрок' })).toBeVisible();
  for (const each of [gone, guest]) await each.leaves();
});

async function idOf({ page }: Person): Promise<string> {
  const me = (await (await page.request.get('/api/me')).json()) as { player: { id: string } };
  return me.player.id;
}
