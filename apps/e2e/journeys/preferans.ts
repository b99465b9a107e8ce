import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import type { TableView } from '@trellis/wire';
import { ClubClient } from '../src/harness/club-client';
import type { ClubProcess } from '../src/harness/club-process';
import { pressCard } from '../src/harness/press-card';
import { expect, Person } from './club';

const ranks: Readonly<Record<string, string>> = {
  ...{ 7: 'seven', 8: 'eight', 9: 'nine', T: 'ten' },
  ...{ J: 'jack', Q: 'queen', K: 'king', A: 'ace' },
};
const suits: Readonly<Record<string, string>> = {
  ...{ S: 'spades', C: 'clubs', D: 'diamonds', H: 'hearts' },
};

/** As it is read aloud in English. */
export const spokenCard = (card: string): string => `${ranks[card[0]!]} of ${suits[card[1]!]}`;

/** Says a word of the auction or the defence; one that costs much is said twice. */
export async function says(page: Page, word: string): Promise<void> {
  const button = page.locator(`[data-bid="${word}"], [data-word="${word}"]`).and(enabled(page));
  const seen = button.filter({ visible: true });
  // A phone shows the highest bids when they are asked for.
  const higher = page.locator('[data-word="higher"]').filter({ visible: true });
  await seen.or(higher).first().waitFor();
  if (!(await seen.isVisible())) await higher.click();
  await button.click();
  if (word.length === 3 || word === 'M') await page.locator('[data-word="confirm"]').click();
}

/** Puts the last two cards away and plays this contract. */
export async function names(page: Page, contract: string): Promise<void> {
  const cards = ownCards(page);
  await expect(cards).toHaveCount(12);
  for (const at of [10, 11]) await pressCard(cards.nth(at));
  if (contract !== 'M') {
    const button = page.locator(`[data-bid="${contract}"]`);
    if (!(await button.isVisible())) await page.locator('[data-word="higher"]').click();
    await button.click();
  }
  await page.locator('[data-word="confirm"]').click();
}

/** Plays the first card that may be played, of whichever hand. */
export async function playsACard(page: Page): Promise<void> {
  await pressCard(page.locator('[data-card][data-legal="true"]').first());
}

export const ownCards = (page: Page): Locator => page.locator('[data-kind="own"] [data-card]');
const enabled = (page: Page): Locator => page.locator('button:enabled');

/** Somebody who watches a table without a page and keeps every view he was sent. */
export class Watcher {
  readonly frames: TableView[] = [];

  private constructor(
    readonly client: ClubClient,
    private readonly tableId: string,
  ) {
    client.onView((view) => this.frames.push(view));
  }

  static async comes(club: ClubProcess, tableId: string, name?: string): Promise<Watcher> {
    const watcher = new Watcher(await ClubClient.connect(club.url, name), tableId);
    await watcher.client.look(tableId);
    return watcher;
  }

  get view(): TableView {
    return this.client.views.get(this.tableId)!;
  }

  /** Waits for a view that is newer than `seq`. */
  newer(seq: number): Promise<TableView> {
    return this.client.until(this.tableId, (view) => view.seq > seq);
  }
}

/** A page at a table, as somebody who is signed in. */
export async function atTable(
  browser: Browser,
  club: ClubProcess,
  name: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const person = await Person.arrives(browser, club, name, options);
  await person.goes(path);
  await person.page.locator('[data-what="settings"]').waitFor();
  return person;
}
