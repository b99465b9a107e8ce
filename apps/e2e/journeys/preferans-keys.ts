import type { Page } from '@playwright/test';
import { expect } from './club';
import { ownCards } from './preferans';

/** The Tab key leads there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    if (await page.evaluate((to) => document.activeElement?.matches(to), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${selector}.`);
}

/** Names the contract of these two keys and puts the first and the last card away. */
export async function discardsByKeys(page: Page, level: string, strain: string): Promise<void> {
  const { keyboard } = page;
  await expect(ownCards(page)).toHaveCount(12);
  await keyboard.press(level);
  await keyboard.press(strain);
  await keyboard.press('ArrowRight'); // to what is asked: the contracts; from there to the hand
  await tabTo(page, '[data-kind="own"] [data-card]');
  for (const key of ['Home', 'Enter', 'End', 'Enter']) await keyboard.press(key);
  await expect(page.locator('[data-word="confirm"]')).toBeFocused();
  await keyboard.press('Enter');
}

/** Arrows to a card that may be played, Enter plays it. */
export async function playsByKeys(page: Page): Promise<void> {
  await page.locator('[data-kind="own"] [data-legal="true"]').first().waitFor();
  const isReady = () =>
    page.evaluate(() => document.activeElement?.getAttribute('data-legal') === 'true');
  for (const key of ['ArrowRight', 'Home', ...Array<string>(10).fill('ArrowRight')]) {
    if (await isReady()) break;
    await page.keyboard.press(key);
  }
  expect(await isReady()).toBe(true);
  await page.keyboard.press('Enter');
}
