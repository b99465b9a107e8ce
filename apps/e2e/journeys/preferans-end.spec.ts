import { ClubClient } from '../src/harness/club-client';
import { PreferansTable } from '../src/harness/preferans-table';
import { expect, Person, test } from './club';
import { nothingSticksOut } from './whole';

test('on a phone one sees how the game has ended, and what one can do next', async ({
  browser,
  club,
}) => {
  const people = ['Phoebe Phone', 'Elena Ending', 'Oleg Over'];
  const table = await PreferansTable.sitsDown(
    await Promise.all(people.map((name) => ClubClient.connect(club.url, name))),
    { conventions: { rated: false } },
  );
  await table.say('6S P P');
  await table.name('6S');
  await table.say('whist whist');
  await table.playCards(4);
  const phoebe = await Person.arrives(browser, club, people[0]!, {
    viewport: { width: 360, height: 640 },
  });
  const { page } = phoebe;
  await phoebe.goes(table.path);
  const board = page.getByRole('region', { name: 'Preferans table' });
  await expect(board).toBeVisible();

  await table.people[1]!.must('table:leave', { tableId: table.tableId });
  const again = page.getByRole('button', { name: 'Rematch' });
  await expect(again).toBeInViewport({ ratio: 1 });
  await nothingSticksOut(page, 'a table that is over');
  // Who comes later sees the same.
  await page.reload();
  await expect(again).toBeInViewport({ ratio: 1 });
  // Of the trick that was under way no card is left.
  await expect(board.getByRole('list', { name: 'Trick' })).toHaveCount(0);
  table.close();
  await phoebe.leaves();
});
