import type { Page } from '@playwright/test';
import { expect, Person, test } from './club';
import { nothingSerious, nothingSticksOut } from './whole';

/** The column and row that the page says of its own walker. */
async function position(page: Page): Promise<readonly [number, number]> {
  const line = page.getByText(/^You are [A-Z], in column/);
  const [, x, y] = /column (\d+), row (\d+)/.exec((await line.textContent()) ?? '') ?? [];
  return [Number(x), Number(y)];
}

test('two visitors walk the grid by keys and buttons, and paint it', async ({ browser, club }) => {
  const ann = await Person.arrives(browser, club);
  const bob = await Person.arrives(browser, club, undefined, {
    viewport: { width: 390, height: 700 },
    hasTouch: true,
  });
  await ann.goes('/');
  await ann.page.getByRole('link', { name: 'Walk the grid' }).click();
  await expect(ann.page.getByText('1 person here')).toBeVisible();
  await bob.goes('/grid');
  await expect(ann.page.getByText('2 people here')).toBeVisible();
  await nothingSticksOut(bob.page, 'the grid on a phone');

  // The arrow keys walk, and the page does not scroll.
  await ann.page.setViewportSize({ width: 1280, height: 400 });
  const [column, row] = await position(ann.page);
  await ann.page.keyboard.press(row < 10 ? 'ArrowDown' : 'ArrowUp');
  await ann.page.keyboard.press(column < 20 ? 'ArrowRight' : 'ArrowLeft');
  const there = [column < 20 ? column + 1 : column - 1, row < 10 ? row + 1 : row - 1];
  await expect.poll(() => position(ann.page)).toEqual(there);
  expect(await ann.page.evaluate(() => window.scrollY)).toBe(0);

  const [x] = await position(bob.page);
  await bob.page.getByRole('button', { name: x < 20 ? 'Right' : 'Left' }).tap();
  await expect.poll(async () => (await position(bob.page))[0]).toBe(x < 20 ? x + 1 : x - 1);

  await ann.page.getByRole('radio', { name: 'Paint the cells' }).click();
  await expect(ann.page.getByText('Waiting for a second painter.')).toBeVisible();
  await bob.goes('/grid?mode=paint');
  await expect(ann.page.getByText('1 cell is yours')).toBeVisible();
  const [left] = await position(ann.page);
  await ann.page.keyboard.press(left < 20 ? 'ArrowRight' : 'ArrowLeft');
  await expect(ann.page.getByText('2 cells are yours')).toBeVisible();
  for (const { page } of [ann, bob]) await nothingSerious(page, 'the grid');
  await bob.page.close();
  await expect(ann.page.getByText('1 person here')).toBeVisible();
  await ann.leaves();
});

test('a page that is asked to walks by itself', async ({ browser, club }) => {
  const ann = await Person.arrives(browser, club);
  await ann.goes('/grid?auto_move=50');
  await expect(ann.page.getByText('Walking by itself')).toBeVisible();
  const from = await position(ann.page);
  await expect.poll(() => position(ann.page)).not.toEqual(from);
  await ann.leaves();
});

test('a token is made, shown once, used and revoked; the contract is readable', async ({
  browser,
  club,
}) => {
  const ann = await Person.arrives(browser, club, 'Tess Token');
  const { page } = ann;
  await ann.goes('/settings');
  await page.getByLabel('What it is for').fill('Deep Tess');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const secret = await page.getByText(/^trellis_/).textContent();
  const me = async () => {
    const headers = { authorization: `Bearer ${secret}` };
    return (await fetch(`${club.url}/api/me`, { headers })).json();
  };
  expect(await me()).toMatchObject({ player: { name: 'Tess Token (bot)', computer: true } });
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await expect(page.getByText(/^trellis_/)).toBeHidden();
  await nothingSerious(page, 'the settings');

  await page.getByRole('link', { name: 'Tess Token (bot)' }).click();
  await expect(page.getByText('A computer player: a program plays on this account.')).toBeVisible();
  await ann.goes('/settings');
  await page.getByRole('button', { name: 'Revoke “Deep Tess”' }).click();
  await expect(page.getByText('You have no tokens yet.')).toBeVisible();
  expect(await me()).toMatchObject({ ok: false, code: 'bad-token' });

  await page.getByRole('link', { name: 'How programs talk to the club' }).click();
  await page.getByText('Does one of the actions that the view calls legal.').click();
  await expect(page.locator('details[open]').getByText('Scope “play”.')).toBeVisible();
  await nothingSerious(page, 'the contract');
  await ann.leaves();
});
