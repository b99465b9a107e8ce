import { expect, Person, test } from './club';
import { agrees } from './tables';
import { nothingSerious, nothingSticksOut } from './whole';

test('a friend: found on a profile, written to, invited to a table, kept apart', async ({
  browser,
  club,
}) => {
  const ann = await Person.arrives(browser, club, 'Anna Friend');
  const bob = await Person.arrives(browser, club, 'Boris Friend', {
    viewport: { width: 390, height: 780 },
    locale: 'ru',
  });
  // Whoever has a page of a hall open is in the club.
  await bob.goes('/halls/tic-tac-toe');
  const friend = ann.page.getByRole('link', { name: 'Boris Friend' }).first();
  await expect(async () => {
    await ann.goes('/');
    await expect(friend).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await friend.click();
  await ann.page.getByRole('button', { name: 'Add to friends' }).click();
  await expect(ann.page.getByRole('button', { name: 'Remove from friends' })).toBeVisible();

  await ann.page.getByRole('link', { name: 'Write' }).click();
  await ann.page.getByLabel('Your letter').fill('Good evening, Boris!');
  await ann.page.getByRole('button', { name: 'Send' }).click();
  await expect(ann.page.getByRole('log')).toContainText('Good evening, Boris!');
  await ann.page.locator('summary[title="Ready-made phrases"]').click();
  await ann.page.getByRole('button', { name: 'One more game?' }).click();
  // The ready-made phrase reaches him in his own language, where he is.
  await expect(
    bob.page.getByRole('status').getByRole('link', { name: 'Anna Friend' }),
  ).toBeVisible();
  await bob.page.getByRole('status').getByRole('link', { name: 'Anna Friend' }).click();
  await expect(bob.page.getByRole('log')).toContainText('Good evening, Boris!');
  await nothingSticksOut(bob.page, 'letters');
  await nothingSerious(bob.page, 'letters');
  await bob.page.getByLabel('Ваше письмо').fill('Добрый вечер!');
  await bob.page.getByRole('button', { name: 'Отправить' }).click();
  await expect(ann.page.getByRole('log')).toContainText('Добрый вечер!');
  // However much is said in the last letter, its list is no wider than a phone.
  await bob.page.getByLabel('Ваше письмо').fill('Давно мы с вами не играли, садитесь за стол.');
  await bob.page.getByRole('button', { name: 'Отправить' }).click();
  await expect(ann.page.getByRole('log')).toContainText('Давно мы');
  await bob.goes('/people');
  await expect(bob.page.getByText('Давно мы')).toBeVisible();
  await nothingSticksOut(bob.page, 'people');
  await bob.page.goBack();
  await expect(bob.page.getByRole('log')).toContainText('Давно мы');

  await ann.goes('/halls/tic-tac-toe');
  await ann.page.getByRole('button', { name: 'Private table' }).click();
  await ann.page.waitForURL('**/tables/**');
  await agrees(ann.page);
  await ann.page.getByRole('button', { name: 'Invite friends' }).click();
  await ann.page.getByRole('button', { name: 'Invite Boris Friend' }).click();
  await expect(ann.page.getByText('Invited')).toBeVisible();
  await bob.page.getByRole('link', { name: /Приглашение:/ }).click();
  await expect(bob.page).toHaveURL(ann.page.url());

  await ann.goes('/people');
  await expect(ann.page.getByRole('region', { name: 'Friends' })).toContainText('Boris Friend');
  await nothingSerious(ann.page, 'people');
  ann.page.on('dialog', (dialog) => void dialog.accept());
  await ann.page
    .getByRole('region', { name: 'Friends' })
    .getByRole('link', { name: 'Boris' })
    .click();
  await ann.page.getByRole('button', { name: 'Keep apart' }).click();
  await expect(ann.page.getByText('You keep apart from Boris Friend')).toBeVisible();
  await bob.goes('/people');
  await bob.page.getByRole('link', { name: 'Anna Friend' }).first().click();
  await bob.page.getByLabel('Ваше письмо').fill('Вы здесь?');
  await bob.page.getByRole('button', { name: 'Отправить' }).click();
  await expect(bob.page.getByRole('alert').filter({ hasText: 'избегаете' })).toBeVisible();
  await expect(bob.page.getByLabel('Ваше письмо')).toHaveValue('Вы здесь?');
  await ann.leaves();
  await bob.leaves(/403/);
});

test('who hides his presence is nowhere shown as being in the club', async ({ browser, club }) => {
  const ann = await Person.arrives(browser, club, 'Anna Hidden');
  await ann.goes('/settings');
  await ann.page.getByLabel('Do not show that I am in the club').check();
  await ann.goes('/halls/tic-tac-toe');
  const visitor = await Person.arrives(browser, club);
  await visitor.goes('/');
  await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(visitor.page.getByText('Anna Hidden')).toHaveCount(0);
  await ann.goes('/settings');
  await expect(ann.page.getByLabel('Do not show that I am in the club')).toBeChecked();
  await visitor.leaves();
  await ann.leaves();
});
