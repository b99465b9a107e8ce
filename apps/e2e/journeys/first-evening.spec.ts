import { expect, Person, test } from './club';
import { cell, plays, setsTable } from './tables';

test('two people meet, talk, play to the end and find themselves on the leaderboard, while a third one watches', async ({
  browser,
  club,
}) => {
  const ann = await Person.arrives(browser, club);
  const bob = await Person.arrives(browser, club);
  const watcher = await Person.arrives(browser, club);
  await ann.signsIn('Ann Archer');
  await bob.signsIn('Bob Baker');

  const table = await setsTable(ann);
  await bob.goes('/halls/tic-tac-toe');
  await expect(bob.page.getByText('Ann Archer').first()).toBeVisible();
  await bob.goes(table);
  await watcher.goes(table);
  await bob.page.getByRole('button', { name: 'Sit here' }).click();

  await expect(ann.page.getByText('Your turn').first()).toBeVisible();
  await expect(watcher.page.getByText('You are watching')).toBeVisible();

  await bob.page
    .getByPlaceholder('Say something')
    .or(bob.page.getByLabel('Say something'))
    .first()
    .fill('Good <b>luck</b> https://example.org/rules');
  await bob.page.getByRole('button', { name: 'Say', exact: true }).click();
  await expect(ann.page.getByText('Good <b>luck</b>')).toBeVisible();
  await expect(ann.page.getByRole('link', { name: 'https://example.org/rules' })).toHaveAttribute(
    'rel',
    /noopener/,
  );

  await plays(ann, 1, 1);
  await plays(bob, 2, 1);
  await plays(ann, 1, 2);
  await plays(bob, 2, 2);
  await plays(ann, 1, 3);

  await expect(ann.page.getByText('You won').first()).toBeVisible();
  await expect(bob.page.getByText('You lost').first()).toBeVisible();
  await expect(watcher.page.getByText('Ann Archer won').first()).toBeVisible();
  await ann.page.getByRole('link', { name: 'Replay the game' }).click();
  await ann.page.waitForURL('**/games/**');
  await expect(ann.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(ann.page.getByText('Bob Baker').first()).toBeVisible();

  await ann.goes('/leaderboards');
  await expect(ann.page.getByRole('row').filter({ hasText: 'Ann Archer' })).toBeVisible();
  await ann.page.getByRole('link', { name: 'Ann Archer' }).first().click();
  await ann.page.waitForURL('**/players/**');
  await expect(ann.page.getByText('Bob Baker').first()).toBeVisible();

  for (const person of [ann, bob, watcher]) await person.leaves();
});

test('the server is killed in the middle of a game; both go on where they were', async ({
  browser,
  club,
}) => {
  const ann = await Person.arrives(browser, club, 'Kim Killed');
  const bob = await Person.arrives(browser, club, 'Rita Restarted');
  await ann.goes('/halls/tic-tac-toe');
  const table = await setsTable(ann);
  await bob.goes(table);
  await bob.page.getByRole('button', { name: 'Sit here' }).click();
  await plays(ann, 2, 2);
  await plays(bob, 1, 1);
  await plays(ann, 1, 2);

  await club.kill();
  await club.start();

  await plays(bob, 1, 3);
  await expect(cell(ann.page, 2, 2)).toHaveAccessibleName(/X/);
  await expect(cell(ann.page, 1, 3)).toHaveAccessibleName(/O/);
  await plays(ann, 3, 2);
  await expect(ann.page.getByText('You won').first()).toBeVisible();
  await expect(bob.page.getByText('You lost').first()).toBeVisible();
  for (const person of [ann, bob]) await person.leaves();
});

test('on a phone: play now against the house, leave, and the loss is said before and after', async ({
  browser,
  club,
}) => {
  const cleo = await Person.arrives(browser, club, 'Cleo Cook', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  await cleo.goes('/halls/tic-tac-toe');
  await setsTable(cleo);
  await cleo.page.getByRole('button', { name: 'Seat a computer' }).first().click();
  await expect(cleo.page.getByText('Your turn').first()).toBeVisible();
  await plays(cleo, 2, 2);
  await expect(cleo.page.getByText('Your turn').first()).toBeVisible();
  const width = await cleo.page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await cleo.page.getByRole('button', { name: 'Leave the game' }).click();
  await cleo.page.getByRole('button', { name: 'Leave and lose' }).click();
  await expect(
    cleo.page.getByText('You lost').or(cleo.page.getByText('You left the game.')).first(),
  ).toBeVisible();
  await cleo.leaves();
});
