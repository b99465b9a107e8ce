import { readFile } from 'node:fs/promises';
import { ClubClient } from '../src/harness/club-client';
import { PreferansTable } from '../src/harness/preferans-table';
import { expect, Person, test } from './club';
import { Pair } from './tables';
import { nothingSerious, nothingSticksOut } from './whole';

test('a finished pool is looked at again, deal by deal, as a seat saw it, and its record is kept and read', async ({
  browser,
  club,
}) => {
  const people = ['Rosa Replay', 'Gleb Record', 'Nina Notes'];
  const table = await PreferansTable.sitsDown(
    await Promise.all(people.map((name) => ClubClient.connect(club.url, name))),
    { conventions: { maxDeals: 2 } },
  );
  await table.say('6S P P');
  await table.name('6S');
  await table.say('whist whist');
  const declarer = table.order[0];
  await table.playCards();
  await table.say('P P P');
  await table.playCards();
  const { gameId, result } = table.people[0]!.views.get(table.tableId)!;
  expect(result).toMatchObject({ reason: 'played' });
  table.close();

  const rosa = await Person.arrives(browser, club, people[0]!);
  const { page } = rosa;
  // It opens at the end; the link to the first moment leads to the beginning.
  await rosa.goes(`/games/${gameId}#1`);
  await expect(page.getByRole('region', { name: 'Preferans table' })).toBeVisible();
  const moves = page.getByRole('list', { name: 'Moves' });
  // What is shuffled first is who deals.
  await expect(moves.getByRole('link').nth(0)).toHaveText(/first dealer is drawn/);
  await expect(moves.getByRole('link').nth(1)).toHaveText('Cards are dealt');
  await nothingSerious(page, 'the replay');

  // After the talon was taken up: three hands open, or one as its seat saw it.
  await moves.getByRole('link').nth(4).click();
  const hands = page.locator('ul[data-kind]');
  await expect(page.locator('ul[data-kind] [data-card]')).toHaveCount(32);
  await page.getByLabel('Who looks').selectOption({ label: `As ${people[declarer]} saw it` });
  await expect(hands).toHaveCount(1);
  const link = page.url();
  expect(link).toMatch(/#/);
  const shown = await hands.first().innerText();
  const other = await rosa.opensTab(link);
  await expect(other.locator('ul[data-kind]')).toHaveCount(1);
  expect(await other.locator('ul[data-kind]').first().innerText()).toBe(shown);

  await page.setViewportSize({ width: 390, height: 780 });
  await nothingSticksOut(page, 'the replay at 390');
  await page.setViewportSize({ width: 1280, height: 800 });

  const saved = async (name: RegExp) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ]);
    return readFile(await download.path(), 'utf8');
  };
  const document = await saved(/JSON/);
  const text = await saved(/text/);
  expect(JSON.parse(document)).toMatchObject({ format: 'preferans-record/1', players: people });
  expect(text.trim().split('\n')).toHaveLength(3);

  await page.getByRole('link', { name: 'Look at a record from a file' }).click();
  for (const record of [document, text]) {
    await page.getByLabel('Or paste it here').fill(record);
    await page.getByRole('button', { name: 'Look', exact: true }).click();
    await expect(page.getByRole('list', { name: 'Moves' }).getByRole('link').first()).toBeVisible();
    await expect(page.locator('option', { hasText: 'Raspasy' })).toHaveCount(1);
  }
  await page.getByLabel('Or paste it here').fill(document.replace('"6S"', '"7S"'));
  await page.getByRole('button', { name: 'Look', exact: true }).click();
  await expect(page.getByText(/deal 1/i).first()).toBeVisible();
  await rosa.leaves();
});

test('the list of moves shows the step that one looks at, from the first moment on', async ({
  browser,
  club,
}) => {
  const names = ['Konstantin Listreader', 'Maximiliana Listreader'] as const;
  const pair = await Pair.sitsDown(club, names);
  await pair.play(0, 1, 2, 4, 3, 5, 7, 6, 8);
  const { gameId } = await pair.first.until(pair.tableId, ({ phase }) => phase === 'finished');
  pair.close();
  const reader = await Person.arrives(browser, club, names[0], {
    viewport: { width: 390, height: 780 },
  });
  // At its end, at a step of the end that a link names, and at the first one.
  for (const [place, step] of [
    ['', 9],
    ['#7', 7],
    ['#1', 1],
  ] as const) {
    const page = await reader.opensTab(`/games/${gameId}${place}`);
    const moves = page.getByRole('list', { name: 'Moves' });
    const current = moves.locator('[aria-current="step"]');
    await expect(current).toHaveAttribute('data-no', String(step));
    await expect(current).toHaveText(/row \d, column \d/);
    const outside = () =>
      current.evaluate((link) => {
        const [inner, outer] = [link, link.closest('ol')!].map((each) =>
          each.getBoundingClientRect(),
        ) as [DOMRect, DOMRect];
        return Math.max(0, outer.top - inner.top, inner.bottom - outer.bottom);
      });
    await expect.poll(outside, `step ${step}`).toBeLessThanOrEqual(1);
    await page.close();
  }
  await reader.leaves();
});
