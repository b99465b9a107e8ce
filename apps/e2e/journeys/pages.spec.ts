import { ClubClient } from '../src/harness/club-client';
import { expect, Person, test } from './club';
import { nothingSerious, nothingSticksOut } from './whole';

const pages = [
  '/',
  '/halls',
  '/halls/tic-tac-toe',
  '/leaderboards',
  '/statistics',
  '/rules',
  '/rules/tic-tac-toe',
  '/rules/grid',
  '/learn/preferans',
  '/records',
  '/forum',
  '/forum/cafe',
  '/forum/search',
  '/forum/write',
  '/forum/topics/unknown',
  '/blog',
  '/blog/write',
  '/new',
  '/people',
  '/people/unknown',
  '/justice',
  '/report',
  '/arbiter',
  '/arbiter/log',
  '/sign-in?error=cancelled',
  '/settings',
  '/privacy',
  '/players/unknown',
  '/games/unknown',
  '/nothing-here',
];

test('for a visitor, too, every page is whole: on a small phone, in the dark, in Russian', async ({
  browser,
  club,
}) => {
  const visitor = await Person.arrives(browser, club, undefined, {
    viewport: { width: 320, height: 640 },
    colorScheme: 'dark',
    locale: 'ru',
  });
  const { page } = visitor;
  for (const path of pages) {
    await page.goto(path);
    // The corner is filled in by the browser: what follows looks at a page that runs.
    await page.waitForFunction(() =>
      Object.keys(document.querySelector('header') ?? {}).some((key) => key.startsWith('__react')),
    );
    expect(await page.locator('html').getAttribute('lang'), path).toBe('ru');
    await nothingSticksOut(page, path);
    await nothingSerious(page, path);
  }
  await visitor.leaves(/(unknown|nothing-here): Failed to load resource: .* 40[14]/);
});

test('a chosen language and theme stay, with no flash of the other theme', async ({
  browser,
  club,
}) => {
  const context = await browser.newContext({ locale: 'en', baseURL: club.url });
  const page = await context.newPage();
  await page.goto('/leaderboards');
  await page.getByRole('link', { name: 'Español' }).click();
  await expect(page).toHaveURL(/\/leaderboards$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.getByRole('button', { name: 'Oscuro' }).click();
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await context.close();
});

test('without script a visitor can read, go round, and sign in', async ({ browser, club }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'en',
    baseURL: club.url,
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: 'Leaderboards' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leaderboards');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('First and last name').fill('Noel Script');
  await page.getByRole('button', { name: 'Enter the club' }).click();
  // Back to the page where he wished to.
  await expect(page).toHaveURL(`${club.url}/leaderboards`);
  expect((await context.cookies()).some(({ httpOnly }) => httpOnly)).toBe(true);
  await context.close();
});

test('"Play" on the home page leads through signing in to a table', async ({ browser, club }) => {
  const context = await browser.newContext({ locale: 'en', baseURL: club.url });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: /^Play Tic-tac-toe/ }).click();
  await page.getByLabel('First and last name').fill('Paula Now');
  await page.getByRole('button', { name: 'Enter the club' }).click();
  await expect(page).toHaveURL(/\/tables\//);
  await context.close();
});

test('search engines are told how long a public table is there, and of a private one nothing', async ({
  club,
}) => {
  const ann = await ClubClient.connect(club.url, 'Anna Found');
  const day = 24 * 60 * 60 * 1000;
  const robotsOf = async (isPrivate: boolean) => {
    const { tableId } = await ann.must('table:set', { game: 'tic-tac-toe', private: isPrivate });
    const page = await (await fetch(`${club.url}/tables/${tableId}`)).text();
    await ann.must('table:cancel', { tableId });
    return /<meta name="robots" content="([^"]+)"/.exec(page)?.[1];
  };
  expect(await robotsOf(true)).toBe('noindex');
  const [, until = ''] = /^unavailable_after:([\d-]+)$/.exec((await robotsOf(false)) ?? '') ?? [];
  const left = Date.parse(until) - Date.now();
  expect([left > day, left < 2 * day]).toEqual([true, true]);
  ann.close();
});
