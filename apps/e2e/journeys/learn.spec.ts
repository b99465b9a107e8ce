import type { Page } from '@playwright/test';
import { pressCard } from '../src/harness/press-card';
import { expect, Person, test } from './club';
import { ownCards, says, spokenCard } from './preferans';
import { nothingSerious, nothingSticksOut } from './whole';

const lesson = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 });
const presses = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).click();
const isRight = (page: Page) => expect(page.getByRole('status').getByText('Right.')).toBeVisible();
const isWrong = (page: Page) =>
  expect(page.getByRole('status').getByText('Not quite.')).toBeVisible();

async function goesOn(page: Page, where: string): Promise<void> {
  await isRight(page);
  await nothingSticksOut(page, where);
  await nothingSerious(page, where);
  await page.getByRole('button', { name: /^Next (step|lesson)$/ }).click();
}

test('somebody who has never played goes through the whole course on a phone, and sits down with the house', async ({
  browser,
  club,
}) => {
  test.setTimeout(120_000);
  const visitor = await Person.arrives(browser, club, undefined, {
    viewport: { width: 390, height: 780 },
    hasTouch: true,
  });
  const { page } = visitor;
  await page.goto('/');
  await page.getByRole('link', { name: 'Learn Preferans' }).click();
  await expect(page).toHaveTitle(/^Learn Preferans/);

  await lesson(page, 'Who takes the trick').waitFor();
  await presses(page, `Boris: ${spokenCard('AS')}`);
  await isWrong(page);
  // By key, too: the answer leads to the way on, and that to the next step.
  await page.getByRole('button', { name: `Anna: ${spokenCard('KD')}` }).press('Enter');
  await isRight(page);
  await expect(page.getByRole('button', { name: 'Next step' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lesson(page, 'Who takes the trick')).toBeFocused();
  await presses(page, `Boris: ${spokenCard('7S')}`);
  await goesOn(page, 'the trump');

  await lesson(page, 'Which card you may play').waitFor();
  await presses(page, spokenCard('AS'));
  await isWrong(page);
  await presses(page, spokenCard('9H'));
  await goesOn(page, 'following suit');
  await presses(page, spokenCard('8S'));
  await goesOn(page, 'trumping');
  await presses(page, spokenCard('JH'));
  await goesOn(page, 'ducking');

  // What is done stays done in this browser.
  await lesson(page, 'What to bid').waitFor();
  await page.reload();
  await lesson(page, 'What to bid').waitFor();
  await says(page, 'P');
  await isWrong(page);
  await says(page, '6S');
  await goesOn(page, 'a bid');
  await says(page, 'P');
  await goesOn(page, 'a pass');
  await says(page, 'M');
  await goesOn(page, 'a misère');

  await lesson(page, 'The talon').waitFor();
  await putsAside(page, 'AH', '9C');
  await isWrong(page);
  await pressCard(ownCards(page).and(page.locator('[data-card="AH"]')));
  await putsAside(page, 'TD');
  await goesOn(page, 'the discard');

  await lesson(page, 'Whist or pass').waitFor();
  await says(page, 'pass');
  await isWrong(page);
  await says(page, 'whist');
  await goesOn(page, 'a whist');
  await says(page, 'pass');
  await goesOn(page, 'no whist');

  await lesson(page, 'Your first deal').waitFor();
  await nothingSerious(page, 'the first deal');
  await playsOut(page);
  await goesOn(page, 'the first deal, made');

  await lesson(page, 'How it is written').waitFor();
  await presses(page, '12');
  await isWrong(page);
  await presses(page, '2');
  await goesOn(page, 'the pool');
  await presses(page, '6');
  await goesOn(page, 'whists');
  await presses(page, '2');
  await goesOn(page, 'the mountain');

  await lesson(page, 'That was the course').waitFor();
  await nothingSerious(page, 'the end of the course');
  await page.getByRole('link', { name: 'Preferans with the house' }).click();
  await page.waitForURL('**/tables/visitor-*');
  await expect(ownCards(page)).toHaveCount(10);
  await visitor.leaves();
});

/** Chooses these cards for the discard, and 6S to play where it is not chosen yet. */
async function putsAside(page: Page, ...cards: string[]): Promise<void> {
  for (const card of cards)
    await pressCard(ownCards(page).and(page.locator(`[data-card="${card}"]`)));
  await page.locator('[data-bid="6S"]').click();
  await page.locator('[data-word="confirm"]').click();
}

/** Plays the first card that may be played, ten times; what the coach calls a gift is taken back for what he likes better. */
async function playsOut(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: 'Next lesson' });
  const back = page.getByRole('button', { name: 'Take it back' });
  const mine = page.locator('[data-kind="own"] [data-card][data-legal="true"]');
  for (let turn = 0; turn < 30; turn++) {
    await next.or(back).or(mine.first()).first().waitFor();
    if (await next.isVisible()) return;
    if (await back.isVisible()) {
      const advice = await page.getByText(/^That gives a trick away/).innerText();
      const better = /Better: (.+)\.$/.exec(advice)?.[1] ?? '';
      await back.click();
      await pressCard(ownCards(page).and(page.getByRole('button', { name: better })));
    } else {
      const before = await ownCards(page).count();
      await pressCard(mine.last());
      // The last trick plays itself.
      await expect.poll(() => ownCards(page).count()).toBeLessThan(before);
    }
  }
  throw new Error('The deal does not end.');
}
