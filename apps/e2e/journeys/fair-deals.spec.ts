import type { Browser, Page } from '@playwright/test';
import { ClubClient } from '../src/harness/club-client';
import type { ClubProcess } from '../src/harness/club-process';
import { expect, Person, test } from './club';

/** Ann sits down as the third at a table of Preferans and opens what it says of its deals. */
async function playsPreferans(browser: Browser, club: ClubProcess, name: string) {
  const others = [
    await ClubClient.connect(club.url, `Bob ${name}`),
    await ClubClient.connect(club.url, `Cid ${name}`),
  ] as const;
  const [bob, cid] = others;
  const { tableId } = await bob.must('table:set', { game: 'preferans' });
  for (const each of others) await each.look(tableId);
  await bob.must('table:conventions', { tableId, conventions: {} });
  await cid.must('table:sit', { tableId, seat: 1 });
  const ann = await Person.arrives(browser, club, `Ann ${name}`);
  await ann.goes(`/tables/${tableId}`);
  await ann.page.getByRole('button', { name: 'Sit here' }).first().click();
  const { gameId } = await bob.until(tableId, ({ toAct }) => toAct.length > 0);
  return { ann, others, tableId, gameId: gameId! };
}

async function told(page: Page, of: string): Promise<string> {
  return page.locator('dt', { hasText: of }).locator('xpath=..').locator('code').innerText();
}

test('the commitment is there before the end, and the page of the game checks every deck', async ({
  browser,
  club,
}) => {
  const { ann, others, tableId, gameId } = await playsPreferans(browser, club, 'Fair');
  const { page } = ann;
  await page.getByText('Fair deal', { exact: true }).click();
  await expect(page.getByText('3 of 3 seats')).toBeVisible();
  const commitment = await told(page, 'Commitment');
  const mine = await told(page, 'Added by your browser');
  expect(commitment).toMatch(/^[0-9a-f]{64}$/);

  await others[0].must('table:leave', { tableId });
  await page.getByRole('link', { name: 'Check the deals of this game' }).click();
  await page.waitForURL(`**/games/${gameId}#deals`);
  await expect(page.getByText(/2 shuffles were drawn again in your browser/)).toBeVisible();
  await expect(page.getByText(/what it added was used/)).toBeVisible();
  await page.getByText('What it was drawn from').click();
  await expect(page.getByText(commitment)).toBeVisible();
  await expect(page.getByText(mine)).toBeVisible();

  // Somebody who was not there can check it too, but for what was noted at the table.
  const eve = await Person.arrives(browser, club);
  await eve.goes(`/games/${gameId}`);
  await expect(eve.page.getByText(/2 shuffles were drawn again/)).toBeVisible();
  await expect(eve.page.getByText(/noted this commitment/)).toBeHidden();

  // It is in the long run's statistics at once.
  await eve.goes('/fairness');
  await expect(eve.page.getByRole('heading', { name: /Preferans: shuffles of 32/ })).toBeVisible();
  await eve.leaves();
  await ann.leaves();
  for (const each of others) each.close();
});

test('a club that cheats is found out by the page', async ({ browser, club }) => {
  const { ann, others, tableId, gameId } = await playsPreferans(browser, club, 'Cheated');
  const { page } = ann;
  await others[0].must('table:leave', { tableId });

  // The club answers with other cards than were dealt: two of the first deck are exchanged.
  const record = await (await page.request.get(`/api/games/${gameId}`)).json();
  const deck = record.game.steps.filter(({ kind }: { kind: string }) => kind === 'shuffled')[1];
  [deck.order[6], deck.order[7]] = [deck.order[7], deck.order[6]];
  await page.route('**/api/games/cheated', (route) => route.fulfill({ json: record }));
  await ann.goes('/games/cheated');
  await expect(page.getByText('These deals are not the ones')).toBeVisible();
  await expect(page.getByText('Shuffle 2 is not the one that follows.')).toBeVisible();

  // A record that is consistent, but not of what was committed to at the table.
  await page.evaluate((id) => {
    const kept = JSON.parse(localStorage.getItem('trellis.deals')!) as [string, object][];
    const other = kept.map(([key, seen]) => [
      key,
      key === id ? { ...seen, commitment: '0'.repeat(64) } : seen,
    ]);
    localStorage.setItem('trellis.deals', JSON.stringify(other));
  }, gameId);
  await ann.goes(`/games/${gameId}`);
  await expect(
    page.getByText('The commitment is not the one that your browser noted'),
  ).toBeVisible();
  await ann.leaves();
  for (const each of others) each.close();
});
