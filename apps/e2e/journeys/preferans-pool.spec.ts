import type { Browser, Page } from '@playwright/test';
import type { FoldedView } from '@trellis/games/preferans/rules';
import type { ClubProcess } from '../src/harness/club-process';
import { expect, Person, test } from './club';
import { cuttable } from './network';
import { discardsByKeys, playsByKeys } from './preferans-keys';
import { exactScore, sheetOn } from './preferans-sheet';
import { names, ownCards, playsACard, says, spokenCard, Watcher } from './preferans';
import { onlyPublicCards } from './public-cards';
import { nothingSticksOut } from './whole';

const who = ['Kira Keys', 'Boris Board', 'Maria Mobile'] as const;
const [kira, boris, maria] = [0, 1, 2];

test('three people play a pool from the conventions to the settlement: one by keyboard, one away for half a minute, one at 390 px', async ({
  browser,
  club,
}) => {
  const pool = await test.step('the conventions are agreed, the seats taken', () =>
    Pool.begins(browser, club));
  await test.step('a deal with two whisters; Kira touches nothing but her keys', () =>
    whistedDeal(pool));
  await test.step('what Kira heard is what happened', () => heardAll(pool));
  await test.step('ten spades nobody whists: points beyond a full pool help the others', () =>
    pool.unwhisted('10S'));
  await test.step('a deal that an offer ends', () => endedByAnOffer(pool));
  await test.step('sixes until the pool is closed', async () => {
    for (let round = 0; pool.isOn; round++) {
      expect(round).toBeLessThan(4);
      await pool.unwhisted('6S');
    }
  });
  await test.step('the settlement follows from the sheet, and is the same for all', () =>
    settled(pool));
  await test.step('who watched saw public cards alone', () => onlyPublicCards(pool.watcher));
  await pool.leaves();
});

/** Three people with pages of their own, and somebody who sees when each step has been told. */
class Pool {
  private constructor(
    readonly people: readonly Person[],
    readonly watcher: Watcher,
    readonly network: Awaited<ReturnType<typeof cuttable>>,
    readonly heard: () => Promise<readonly string[]>,
  ) {}

  /** Kira sets the table, the others read in the hall and at the table what is agreed, and sit down. */
  static async begins(browser: Browser, club: ClubProcess): Promise<Pool> {
    const host = await Person.arrives(browser, club, who[kira]!);
    await host.goes('/halls/preferans');
    await host.page.getByRole('button', { name: 'Set table' }).first().click();
    const dialog = host.page.getByRole('dialog');
    await expect(dialog).toContainText('exactly as the preset');
    await dialog.getByLabel('Pool to').fill('6');
    await expect(dialog).toContainText('1 difference from the preset');
    await dialog.getByRole('button', { name: 'Agree and sit down' }).click();
    await host.page.getByRole('button', { name: 'Stand up' }).waitFor();
    const path = new URL(host.page.url()).pathname;

    const guests = [
      await Person.arrives(browser, club, who[boris]),
      await Person.arrives(browser, club, who[maria], {
        viewport: { width: 390, height: 780 },
        hasTouch: true,
      }),
    ] as const;
    const network = await cuttable(guests[0]);
    await guests[0].goes('/halls/preferans');
    const row = guests[0].page.locator('li, article').filter({ hasText: who[kira]! });
    await expect(row.filter({ hasText: 'Pool to: 6' }).last()).toBeVisible();
    for (const { page } of guests) {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: 'Conventions' })).toBeVisible();
      await expect(page.getByText('Whist duty').first()).toBeVisible();
      await page.getByRole('button', { name: 'Sit here' }).first().click();
    }
    const tableId = path.split('/').at(-1)!;
    const watcher = await Watcher.comes(club, tableId);
    await watcher.client.until(tableId, ({ toAct }) => toAct.length > 0);
    return new Pool([host, ...guests], watcher, network, await listens(host.page));
  }

  get pages(): readonly Page[] {
    return this.people.map(({ page }) => page);
  }

  get deal() {
    return (this.watcher.view.board as FoldedView).deal!;
  }

  get turn(): number {
    return this.watcher.view.toAct[0]!;
  }

  get isOn(): boolean {
    return this.watcher.view.phase === 'playing';
  }

  /** Whoever is up does it; over when the one who watches was told. */
  async act(does: (page: Page, seat: number) => Promise<void>): Promise<void> {
    const { turn } = this;
    const { seq } = this.watcher.view;
    const page = this.pages[turn]!;
    // Before that the page may still show what was asked a step ago.
    await page.locator(`[data-seq="${seq}"]`).waitFor();
    await does(page, turn);
    await this.watcher.newer(seq);
  }

  async say(...words: readonly string[]): Promise<void> {
    for (const word of words) await this.act((page) => says(page, word));
  }

  /** Nobody whists a contract of the eldest hand. */
  async unwhisted(contract: string): Promise<void> {
    await this.say(contract, 'P', 'P');
    await this.act((page) => names(page, contract));
    await this.say('pass', 'pass');
  }

  async leaves(): Promise<void> {
    this.watcher.client.close();
    for (const person of this.people) await person.leaves();
  }
}

async function whistedDeal(pool: Pool): Promise<void> {
  const word = (spoken: string, ...keys: readonly string[]) =>
    pool.act(async (page, seat) => {
      if (seat !== kira) return says(page, spoken);
      await page.locator('[data-asks]').waitFor();
      for (const key of keys) await page.keyboard.press(key);
    });
  await word('6S', '6', 's');
  await word('P', 'p');
  await word('P', 'p');
  await pool.act((page, seat) =>
    seat === kira ? discardsByKeys(page, '7', 'h') : names(page, '7H'),
  );
  await word('whist', 'w');
  await word('whist', 'w');

  const card = () =>
    pool.act((page, seat) => (seat === kira ? playsByKeys(page) : playsACard(page)));
  const played = () => (pool.watcher.view.board as FoldedView).deal?.play;
  for (let first = 0; first < 9; first++) await card();
  await test.step('Boris is away for half a minute', () => awayForHalfAMinute(pool, card));
  while (played()) await card();
}

/** The others play until he is up; then they wait. What he finds is what a page opened that moment shows. */
async function awayForHalfAMinute(pool: Pool, card: () => Promise<void>): Promise<void> {
  const { page } = pool.people[boris]!;
  while (pool.turn === boris) await card();
  await expect(page.locator(`[data-seq="${pool.watcher.view.seq}"]`)).toBeVisible();
  const hand = await ownCards(page).allInnerTexts();
  await pool.network.cut();
  const since = Date.now();
  await expect(page.getByText('The connection is lost.')).toBeVisible();
  while (pool.turn !== boris) await card();
  const plate = pool.pages[kira]!.getByRole('region', { name: who[boris] });
  await expect(plate.locator('[data-present="false"]')).toHaveCount(1, { timeout: 30_000 });
  expect(await ownCards(page).allInnerTexts()).toEqual(hand);
  await page.waitForTimeout(Math.max(0, since + 30_000 - Date.now()));

  await pool.network.mend();
  await expect(page.getByText('The connection is lost.')).toHaveCount(0, { timeout: 20_000 });
  await expect(page.locator(`[data-seq="${pool.watcher.view.seq}"]`)).toBeVisible();
  await expect(plate.locator('[data-present="true"]')).toHaveCount(1);
  expect(await ownCards(page).allInnerTexts()).toEqual(hand);
  const tab = await pool.people[boris]!.opensTab(page.url());
  await expect(ownCards(tab).first()).toBeVisible();
  const shown = await shownOn(tab);
  expect(shown).toContain(who[maria]);
  await expect.poll(() => shownOn(page)).toBe(shown);
  await tab.close();
}

/** Everything on the table but the clocks, what is said aloud and what flies away. */
const shownOn = (page: Page): Promise<string> =>
  page.getByRole('region', { name: 'Preferans table' }).evaluate((region) => {
    const copy = region.cloneNode(true) as Element;
    for (const each of copy.querySelectorAll('[role="status"], [role="timer"], [aria-hidden]'))
      each.remove();
    return copy.textContent;
  });

async function heardAll({ watcher, heard }: Pool): Promise<void> {
  const acted = watcher.frames.flatMap(({ happened }) =>
    happened.flatMap(({ kind, seat, action }) => (kind === 'acted' ? [{ seat, action }] : [])),
  ) as { seat: number; action: { kind: string; card?: string } }[];
  const cards = acted.filter(({ action }) => action.kind === 'play');
  expect(cards).toHaveLength(27); // the last trick plays itself
  const text = (await heard()).join(' ');
  let from = 0;
  for (const { seat, action } of cards) {
    // Both whist, so each plays his own cards: the seat that acts is the one that is heard.
    const at = text.indexOf(`${who[seat]}: ${spokenCard(action.card!)}.`, from);
    expect(at, `${who[seat]} played ${action.card}`).toBeGreaterThanOrEqual(from);
    from = at;
  }
  for (const told of ['6 spades.', 'Talon:', 'plays 7 hearts.', ': whist.', 'Your turn.'])
    expect(text).toContain(told);
  expect(text.match(/Trick to/g)!.length).toBeGreaterThanOrEqual(9);
}

async function endedByAnOffer(pool: Pool): Promise<void> {
  await pool.say('6S', 'P', 'P');
  await pool.act((page) => names(page, '6S'));
  await pool.say('whist', 'whist');
  const { no } = pool.deal;
  const declarer = pool.pages[(pool.deal.dealer + 1) % 3]!;
  await declarer.getByRole('button', { name: 'At the table' }).click();
  await declarer.getByRole('button', { name: 'Offer to end the deal' }).click();
  await declarer.getByRole('button', { name: 'The rest are mine' }).click();
  await declarer.getByRole('button', { name: 'Make the offer' }).click();
  for (const page of pool.pages.filter((each) => each !== declarer))
    await page.locator('[data-word="yes"]').click();
  await pool.watcher.client.until(pool.watcher.view.id, ({ board, phase }) => {
    const { deal } = board as FoldedView;
    return phase === 'playing' && deal !== undefined && deal.no > no;
  });
}

async function settled({ pages, watcher }: Pool): Promise<void> {
  for (const page of pages)
    await expect(page.getByText('The pool is closed.').first()).toBeAttached();
  const sheet = await sheetOn(pages[kira]!, who);
  const { scores } = watcher.view.result!;
  expect(sheet.pool.every((points) => points >= 6)).toBe(true);
  scores.forEach((score, seat) =>
    expect(Math.abs(score - exactScore(sheet, seat))).toBeLessThan(1),
  );
  expect(scores.reduce((sum, each) => sum + each, 0)).toBe(0);
  for (const page of pages)
    for (const [seat, name] of who.entries()) {
      const cells = page.getByRole('row').filter({ hasText: name }).getByRole('cell');
      const score = new RegExp(`^[-−+]?${Math.abs(scores[seat]!)}$`);
      await expect(cells.filter({ hasText: score }).first()).toBeVisible();
    }
  await nothingSticksOut(pages[maria]!, 'the settlement at 390');
}

/** Everything the live region says from now on. */
async function listens(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.locator('[aria-label="Preferans table"] [role="status"]').waitFor();
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const region = document.querySelector('[aria-label="Preferans table"] [role="status"]')!;
    const note = () => said.push(region.textContent ?? '');
    note();
    new MutationObserver(note).observe(region, {
      ...{ characterData: true, childList: true, subtree: true },
    });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}
