import type { Page } from '@playwright/test';
import type { ClubProcess } from '../src/harness/club-process';
import { expect, Person, test } from './club';
import { Pair } from './tables';
import { nothingSerious, nothingSticksOut } from './whole';

/** Each of the pages, and a table in each of its states, as they are for somebody who is signed in. */
async function everywhere(club: ClubProcess, name: string): Promise<readonly string[]> {
  const ended = await Pair.sitsDown(club, [name, 'Ivan Иванов']);
  await ended.play(0, 3, 1, 4, 2);
  const { gameId } = await ended.first.until(ended.tableId, ({ phase }) => phase === 'finished');
  const playing = await Pair.sitsDown(club, [name, 'Ivan Иванов']);
  await playing.play(4, 0);
  const { first } = playing;
  const gathering = await first.must('table:set', { game: 'tic-tac-toe' });
  await first.must('table:conventions', { tableId: gathering.tableId, conventions: {} });
  const choosing = await first.must('table:set', { game: 'tic-tac-toe' });
  for (const pair of [ended, playing]) pair.close();
  return [
    `/tables/${choosing.tableId}`, // first: it waits for two minutes
    `/tables/${gathering.tableId}`,
    playing.path,
    ended.path,
    '/',
    '/halls',
    '/halls/tic-tac-toe',
    '/grid',
    '/leaderboards',
    '/statistics',
    '/rules',
    '/rules/tic-tac-toe',
    '/rules/grid',
    '/learn/preferans',
    '/records',
    '/sign-in?error=cancelled',
    '/settings',
    `/players/${first.player}`,
    '/players/unknown',
    `/games/${gameId}`,
    '/games/unknown',
    '/nothing-here',
  ];
}

/** What only the eye of a rule that knows colours can tell apart when the theme changes. */
const ofColours = ['color-contrast', 'link-in-text-block'];

for (const lang of ['en', 'ru', 'es']) {
  test(`${lang}: every page and every table is whole, wide and narrow, light and dark`, async ({
    browser,
    club,
  }) => {
    const name = `Ekaterina Константинопольская ${lang}`;
    const paths = await everywhere(club, name);
    const person = await Person.arrives(browser, club, name, { locale: lang });
    const { page } = person;
    const titles = new Set<string>();
    for (const path of paths) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(path === '/nothing-here' ? 404 : 200);
      await isComplete(page, path);
      expect(await page.locator('html').getAttribute('lang'), path).toBe(lang);
      titles.add(await page.title());
      await nothingSerious(page, path);
      await page.emulateMedia({ colorScheme: 'dark' });
      await nothingSerious(page, `${path}, dark`, ofColours);
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 700 });
        await nothingSticksOut(page, `${path} at ${width}`);
      }
      await nothingSerious(page, `${path}, dark, at 320`);
    }
    for (const title of titles) expect(title).toMatch(/\S/);
    // A tab can be found among the others by its title.
    expect(titles.size).toBe(paths.length);
    await person.leaves(/(unknown|nothing-here): Failed to load resource: .* 404/);
  });
}

/** The corner is filled in, and at a table the view has come: what follows looks at a page that runs. */
async function isComplete(page: Page, path: string): Promise<void> {
  await page.getByRole('banner').locator('summary', { hasText: 'Ekaterina' }).waitFor();
  if (/^\/tables\//.test(path)) await page.getByRole('log').waitFor({ state: 'attached' });
  if (path.startsWith('/learn/')) await page.locator('main nav button').first().waitFor();
  if (/^\/(players|games)\/unknown$/.test(path)) await page.locator('main h1').waitFor();
}
