import type { Page } from '@playwright/test';
import { ClubClient } from '../src/harness/club-client';
import { PreferansTable } from '../src/harness/preferans-table';
import { expect, Person, test } from './club';
import { nothingSerious, nothingSticksOut } from './whole';

test('who has played looks back at his game: what each card cost, what the deal held, where the limits are', async ({
  browser,
  club,
}) => {
  const people = ['Alma Analyst', 'Boris Blunder', 'Clara Card'];
  const table = await PreferansTable.sitsDown(
    await Promise.all(people.map((name) => ClubClient.connect(club.url, name))),
    { conventions: { maxDeals: 2 } },
  );
  await table.say('6S P P');
  await table.name('6S');
  await table.say('whist whist');
  await table.playCards();
  await table.say('P P P');
  await table.playCards();
  const { gameId } = table.people[0]!.views.get(table.tableId)!;
  table.close();

  const alma = await Person.arrives(browser, club, people[0]!);
  const { page } = alma;
  await alma.goes(`/games/${gameId}`);
  await page.getByRole('button', { name: 'Judge the play' }).click();
  const analysis = page.getByRole('region', { name: 'What each card cost' });
  // Progress is shown until all deals are judged.
  await expect(analysis.getByRole('status')).toHaveText(/Judged: \d of 2|All is judged/);
  await expect(analysis.getByRole('status')).toHaveText(/All is judged/, { timeout: 60_000 });
  await nothingSerious(page, 'the analysis');

  // A card of the contract has two verdicts, apart.
  const part = page.getByLabel('Part of the game');
  await part.selectOption({ index: 0 });
  await plays(page, 0);
  const card = analysis.getByRole('region', { name: 'This card' });
  await expect(card.getByRole('term')).toHaveText([
    'All cards open',
    new RegExp(`^With what (${people.join('|')}) knew$`),
  ]);
  await expect(card.getByRole('definition').first()).toHaveText(
    /Gives nothing away\.|Gives away \d+ tricks?\./,
  );
  const deal = analysis.getByRole('region', { name: 'Deal 1, all cards open' });
  await expect(deal.getByText(/^6♠\uFE0E? by /)).toBeVisible();
  const best = deal.getByRole('table');
  await expect(best.getByRole('row')).toHaveCount(4);
  for (const row of await best
    .getByRole('row')
    .all()
    .then((rows) => rows.slice(1)))
    await expect(row.getByRole('cell').last()).toHaveText(
      /^(cannot be caught|caught: \d+ tricks?)/,
    );

  // In raspasy there is no value with all cards open, and that is said.
  await part.selectOption({
    label: await part.locator('option', { hasText: 'Raspasy' }).innerText(),
  });
  await plays(page, -1);
  await expect(card).toContainText('In raspasy each plays for himself');
  await analysis.getByText('What this can and cannot tell').click();
  for (const limit of ['Raspasy has no single right value', 'deals are drawn that fit'])
    await expect(analysis.getByRole('listitem').filter({ hasText: limit })).toBeVisible();

  const graph = analysis.getByRole('img', { name: /actual and expected/ });
  await expect(graph).toBeVisible();
  for (const name of people) {
    await analysis.getByLabel('Whose').selectOption(name);
    await expect(graph).toHaveAccessibleName(new RegExp(name));
  }
  await page.setViewportSize({ width: 390, height: 780 });
  await nothingSticksOut(page, 'the analysis at 390');

  // Another visit need not judge again.
  await page.reload();
  await page.getByRole('button', { name: 'Judge the play' }).click();
  await expect(analysis.getByRole('status')).toHaveText(/All is judged/);
  expect(alma.complaints).toEqual([]);
  await alma.leaves();
});

/** Goes to a card that was played in this deal: the first, or with -1 the last. */
async function plays(page: Page, which: number): Promise<void> {
  const moves = page.getByRole('list', { name: 'Moves' });
  const cards = moves.getByRole('link', { name: /(seven|eight|nine|ten|jack|queen|king|ace) of/ });
  await cards.nth(which).click();
}
