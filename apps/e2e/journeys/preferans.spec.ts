import type { Page } from '@playwright/test';
import type { FoldedView } from '@trellis/games/preferans/rules';
import type { TableView } from '@trellis/wire';
import { ClubClient } from '../src/harness/club-client';
import type { ClubProcess } from '../src/harness/club-process';
import { PreferansTable } from '../src/harness/preferans-table';
import { expect, Person, test } from './club';
import { cuttable } from './network';
import { atTable, names, ownCards, playsACard, says, spokenCard, Watcher } from './preferans';
import { nothingSticksOut } from './whole';

const hall = '/halls/preferans';

const peopleNamed = (club: ClubProcess, ...people: readonly string[]) =>
  Promise.all(people.map((name) => ClubClient.connect(club.url, name)));

test('three people play a pool from the conventions to the settlement, one deal by keyboard, one at 390 px; who was away half a minute is back where he was', async ({
  browser,
  club,
}) => {
  test.setTimeout(150_000);
  const away = await goesAway();

  const kira = await Person.arrives(browser, club, 'Kira Keys');
  await kira.goes(hall);
  await kira.page.getByRole('button', { name: 'Set table' }).first().click();
  const dialog = kira.page.getByRole('dialog');
  await expect(dialog).toContainText('exactly as the preset');
  await dialog.getByLabel('Pool to').fill('4');
  await expect(dialog).toContainText('1 difference from the preset');
  await dialog.getByRole('button', { name: 'Agree and sit down' }).click();
  await kira.page.getByRole('button', { name: 'Stand up' }).waitFor();
  const path = new URL(kira.page.url()).pathname;
  const tableId = path.split('/').at(-1)!;

  const boris = await Person.arrives(browser, club, 'Boris Board');
  const maria = await Person.arrives(browser, club, 'Maria Mobile', {
    viewport: { width: 390, height: 780 },
    hasTouch: true,
  });
  await boris.goes(hall);
  // What is agreed can be read in the hall, and at the table before sitting.
  const card = boris.page
    .locator(`li, article`)
    .filter({ hasText: 'Kira Keys' })
    .filter({ hasText: 'Pool to: 4' })
    .last();
  await expect(card).toBeVisible();
  const people = [kira, boris, maria];
  const pages = people.map(({ page }) => page);
  for (const guest of [boris, maria]) {
    await guest.goes(path);
    await expect(guest.page.getByRole('heading', { name: 'Conventions' })).toBeVisible();
    await expect(guest.page.getByText('Whist duty').first()).toBeVisible();
    await guest.page.getByRole('button', { name: 'Sit here' }).first().click();
  }
  const watcher = await Watcher.comes(club, tableId);
  await watcher.client.until(tableId, ({ toAct }) => toAct.length > 0);
  const heard = await listens(kira.page);

  const deal = () => (watcher.view.board as FoldedView).deal!;
  const eldest = () => (deal().dealer + 1) % 3;
  /** Whoever is up does it; returns when everybody was told. */
  const turn = async (does: (page: Page, seat: number) => Promise<void>) => {
    const { seq, toAct } = watcher.view;
    const [seat] = toAct;
    await does(pages[seat!]!, seat!);
    await watcher.newer(seq);
  };
  const isKira = (seat: number) => seat === 0;

  await test.step('a deal with two whisters; Kira touches nothing but her keys', async () => {
    const keys = kira.page.keyboard;
    const word = (spoken: string, pressed: readonly string[]) =>
      turn(async (page, seat) => {
        if (!isKira(seat)) return says(page, spoken);
        await kira.page.locator('[data-asks]').waitFor();
        for (const key of pressed) await keys.press(key);
      });
    await word('6S', ['6', 's']);
    await word('P', ['p']);
    await word('P', ['p']);
    await turn(async (page, seat) => {
      if (!isKira(seat)) return names(page, '7H');
      await expect(ownCards(page)).toHaveCount(12);
      await keys.press('7');
      await keys.press('h');
      await keys.press('ArrowRight'); // to what is asked: the contracts; from there to the hand
      await tabTo(page, '[data-kind="own"] [data-card]');
      for (const key of ['Home', 'Enter', 'End', 'Enter']) await keys.press(key);
      await expect(page.locator('[data-word="confirm"]')).toBeFocused();
      await keys.press('Enter');
    });
    await word('whist', ['w']);
    await word('whist', ['w']);
    while (deal().play)
      await turn(async (page, seat) => (isKira(seat) ? playsByKeys(page) : playsACard(page)));
  });

  await test.step('what was said aloud is what happened', async () => {
    const spoken = async () => (await heard()).join(' ');
    const acted = watcher.frames.flatMap(({ happened }) =>
      happened.flatMap(({ kind, seat, action }) => (kind === 'acted' ? [{ seat, action }] : [])),
    ) as { seat: number; action: { kind: string; card?: string } }[];
    const cards = acted.filter(({ action }) => action.kind === 'play');
    expect(cards).toHaveLength(27); // the last trick plays itself
    const name = ['Kira Keys', 'Boris Board', 'Maria Mobile'];
    const text = await spoken();
    let from = 0;
    for (const { seat, action } of cards) {
      const at = text.indexOf(`${name[seat]}: ${spokenCard(action.card!)}.`, from);
      // A whister plays for nobody here, so the seat that acts is the one that is heard.
      expect(at, `${name[seat]} played ${action.card}`).toBeGreaterThanOrEqual(from);
      from = at;
    }
    for (const told of [
      '6 spades.',
      'Talon:',
      'plays 7 hearts.',
      ': whist.',
      'Trick to',
      'Your turn.',
    ])
      expect(text).toContain(told);
    expect(text.match(/Trick to/g)!.length).toBeGreaterThanOrEqual(9);
  });

  await test.step('ten spades nobody whists; the points beyond a full pool help the others', async () => {
    for (const word of ['10S', 'P', 'P']) await turn((page) => says(page, word));
    await turn((page) => names(page, '10S'));
    for (const word of ['pass', 'pass']) await turn((page) => says(page, word));
  });

  await test.step('sixes until the pool is closed, the first by an offer', async () => {
    for (let round = 0; watcher.view.phase === 'playing'; round++) {
      expect(round).toBeLessThan(4);
      for (const word of ['6S', 'P', 'P']) await turn((page) => says(page, word));
      await turn((page) => names(page, '6S'));
      const defence = round === 0 ? ['whist', 'whist'] : ['pass', 'pass'];
      for (const word of defence) await turn((page) => says(page, word));
      if (round > 0) continue;
      const declarer = pages[eldest()]!;
      await declarer.getByRole('button', { name: 'At the table' }).click();
      await declarer.getByRole('button', { name: 'Offer to end the deal' }).click();
      await declarer.getByRole('button', { name: 'The rest are mine' }).click();
      await declarer.getByRole('button', { name: 'Make the offer' }).click();
      for (const page of pages.filter((each) => each !== declarer))
        await page.locator('[data-word="yes"]').click();
      await watcher.client.until(tableId, ({ board, phase }) => {
        const { deal: next } = board as FoldedView;
        return phase === 'finished' || next?.no === 4;
      });
    }
  });

  await test.step('the settlement follows from the sheet, and is the same for all', async () => {
    for (const page of pages)
      await expect(page.getByText('The pool is closed.').first()).toBeAttached();
    const sheet = await sheetOn(kira.page, ['Kira Keys', 'Boris Board', 'Maria Mobile']);
    const scores = watcher.view.result!.scores;
    expect(sheet.pool.every((points) => points >= 4)).toBe(true);
    scores.forEach((score, seat) => expect(Math.abs(score - exact(sheet, seat))).toBeLessThan(1));
    expect(scores.reduce((sum, each) => sum + each, 0)).toBe(0);
    for (const page of pages)
      for (const [seat, name] of ['Kira Keys', 'Boris Board', 'Maria Mobile'].entries()) {
        const row = page.getByRole('row').filter({ hasText: name });
        await expect(row).toContainText(new RegExp(`${Math.abs(scores[seat]!)}(?!\\d)`));
      }
    await nothingSticksOut(maria.page, 'the settlement at 390');
  });

  await test.step('who watched saw public cards alone', () => {
    onlyPublicCards(watcher);
  });

  watcher.client.close();
  for (const person of people) await person.leaves();
  await away.comesBack();

  /** At another table Olga loses her connection while the others think. */
  async function goesAway() {
    const [olga, ...others] = ['Olga Away', 'Petr Present', 'Rita Ready'];
    const table = await PreferansTable.sitsDown(await peopleNamed(club, olga!, ...others));
    await table.say('6S P P');
    await table.name('6S');
    await table.say('whist whist');
    // Until somebody else is to play.
    await table.playCards(4);
    while (table.turn === 0) await table.playCards(1);
    const page = await Person.arrives(browser, club, olga);
    const network = await cuttable(page);
    await page.goes(table.path);
    await expect(ownCards(page.page).first()).toBeVisible();
    const hand = await ownCards(page.page).allInnerTexts();
    await network.cut();
    const since = Date.now();
    await expect(page.page.getByText('The connection is lost.')).toBeVisible();
    await table.playCards(1);
    return {
      async comesBack() {
        await page.page.waitForTimeout(Math.max(0, since + 30_000 - Date.now()));
        await network.mend();
        await expect(page.page.getByText('The connection is lost.')).toHaveCount(0);
        const tab = await page.opensTab(table.path);
        await expect(ownCards(tab).first()).toBeVisible();
        expect(await ownCards(page.page).allInnerTexts()).toEqual(hand);
        const shown = await shownOn(tab);
        await expect.poll(() => shownOn(page.page)).toBe(shown);
        table.close();
        await page.leaves();
      },
    };
  }
});

/** Everything on the table but the clocks, what is said aloud and what flies away. */
const shownOn = (page: Page): Promise<string> =>
  page.getByRole('region', { name: 'Preferans table' }).evaluate((region) => {
    const copy = region.cloneNode(true) as Element;
    for (const each of copy.querySelectorAll('[role="status"], [role="timer"], [aria-hidden]'))
      each.remove();
    return copy.textContent;
  });

test('four people play raspasy; who deals sees what a spectator sees', async ({
  browser,
  club,
}) => {
  const four = ['Anna Four', 'Bogdan Four', 'Clara Four', 'Denis Four'];
  const table = await PreferansTable.sitsDown(await peopleNamed(club, ...four));
  const { dealer, order } = table.deal!;
  const watcher = await Watcher.comes(club, table.tableId);
  const sitting: Pick<TableView, 'seq' | 'board' | 'legal' | 'toAct'>[] = [];
  table.people[dealer]!.onView(({ seq, board, legal, toAct }) =>
    sitting.push({ seq, board, legal, toAct }),
  );
  const dealersPage = await atTable(browser, club, four[dealer]!, table.path);
  const eldest = await atTable(browser, club, four[order[0]]!, table.path, {
    viewport: { width: 390, height: 780 },
    hasTouch: true,
  });
  await expect(dealersPage.page.getByText('deals and sits out')).toBeVisible();
  await says(eldest.page, 'P');
  await table.newer(watcher.view.seq - 1, ({ toAct }) => toAct[0] === order[1]);
  await table.say('P P');
  await expect(dealersPage.page.getByText('Raspasy').first()).toBeVisible();

  // The talon leads; its first card lies open for all, the eldest plays to it.
  for (const { page } of [dealersPage, eldest])
    await expect(page.locator('[data-from="talon"]')).toBeVisible();
  while (table.deal?.play) {
    if (table.turn !== order[0]) {
      await table.playCards(1);
      continue;
    }
    const { seq } = watcher.view;
    await playsACard(eldest.page);
    await Promise.all([watcher.newer(seq), table.newer(seq)]);
    expect(await ownCards(dealersPage.page).count()).toBe(0);
  }
  await nothingSticksOut(eldest.page, 'raspasy at 390');
  const { last, score } = table.view(0);
  const { outcome } = last!;
  const tricks = outcome?.type === 'raspasy' ? outcome.tricks : [];
  expect(tricks.reduce((sum, each) => sum + each, 0)).toBe(10);
  expect(score!.sheet.mountain.some((points) => points > 0)).toBe(true);
  await expect(dealersPage.page.getByText(/Raspasy: /).first()).toBeVisible();

  const ofDealer = new Map(sitting.map((each) => [each.seq, each]));
  const watched = watcher.frames.filter(
    ({ seq, board }) => ofDealer.has(seq) && (board as FoldedView).deal?.dealer === dealer,
  );
  expect(watched.length).toBeGreaterThan(25);
  for (const { seq, board, legal, toAct } of watched) {
    const seen = ofDealer.get(seq)!;
    expect({ ...seen, board: handsAsCards(seen.board) }).toEqual({
      ...{ seq, legal, toAct },
      board: handsAsCards(board),
    });
  }
  onlyPublicCards(watcher);
  watcher.client.close();
  table.close();
  for (const person of [dealersPage, eldest]) await person.leaves();
});

/** His own hand is empty, a hidden one is not told: neither names a card. */
function handsAsCards(board: unknown): unknown {
  const { deal, ...rest } = board as FoldedView;
  return { ...rest, deal: deal && { ...deal, hands: deal.hands.map((hand) => hand ?? '') } };
}

test('who runs out of time: fine and settlement are those of rule 14.4, on every screen', async ({
  browser,
  club,
}) => {
  const three = ['Lev Late', 'Inna Innocent', 'Ivan Innocent'];
  const pages: Page[] = [];
  const seated: Person[] = [];
  const table = await PreferansTable.sitsDown(await peopleNamed(club, ...three), {
    conventions: { moveTimeSec: 5 },
    // Before anybody's five seconds run.
    meanwhile: async (path) => {
      for (const [seat, locale] of ['en-GB', 'ru', 'es'].entries()) {
        const person = await Person.arrives(browser, club, three[seat], { locale });
        await person.goes(path);
        await person.page.getByText('Sochi').or(person.page.getByText('Сочи')).first().waitFor();
        seated.push(person);
        pages.push(person.page);
      }
    },
  });
  const offender = table.order[0];
  // Six points in his pool: exactly +40, -20, -20.
  await table.say('8H P P');
  await table.name('8H');
  await table.say('pass pass');
  await table.say('P P');
  expect(table.turn).toBe(offender);
  await table.people[0]!.until(table.tableId, ({ phase }) => phase === 'finished', 15_000);

  // What he has won becomes nothing and goes to the others, 20 each; so does the fine, 50 each.
  const scores = [0, 1, 2].map((seat) => (seat === offender ? -100 : 50));
  expect(table.people[0]!.views.get(table.tableId)!.result).toMatchObject({
    ...{ reason: 'time', offender, fine: 100, scores },
  });
  const fines = [/Fine: 100\./, /Штраф: 100/, /Multa: 100/];
  for (const [at, page] of pages.entries()) {
    await expect(page.getByText(fines[at]!).first()).toBeVisible();
    for (const [seat, name] of three.entries())
      await expect(page.getByRole('row').filter({ hasText: name })).toContainText(
        seat === offender ? /[-−]100/ : /50/,
      );
    // Beside the sheet too.
    const totals = page.locator('dl').filter({ hasText: three[offender]! });
    await expect(totals.first()).toContainText(/[-−]100/);
  }
  table.close();
  for (const person of seated) await person.leaves();
});

/** Everything the live region says from now on. */
async function listens(page: Page): Promise<() => Promise<readonly string[]>> {
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

/** The Tab key leads there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    if (await page.evaluate((to) => document.activeElement?.matches(to), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${selector}.`);
}

/** Arrows to a card that may be played, Enter plays it. */
async function playsByKeys(page: Page): Promise<void> {
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

interface Sheet {
  readonly pool: readonly number[];
  readonly mountain: readonly number[];
  /** By writer, then by who it is written on. */
  readonly whists: readonly (readonly number[])[];
}

/** The numbers as the page names them. */
async function sheetOn(page: Page, people: readonly string[]): Promise<Sheet> {
  const number = async (label: string) => {
    const named = page.getByRole('button', { name: label }).first();
    return Number(/: (-?\d+)\. Why/.exec((await named.getAttribute('aria-label')) ?? '')?.[1]);
  };
  const all = (of: (name: string) => Promise<number>) => Promise.all(people.map(of));
  return {
    pool: await all((name) => number(`Pool of ${name}`)),
    mountain: await all((name) => number(`Mountain of ${name}`)),
    whists: await Promise.all(
      people.map((name) =>
        all(async (on) => (on === name ? 0 : number(`Whists of ${name} on ${on}`))),
      ),
    ),
  };
}

/** Rule 13.1. */
function exact({ pool, mountain, whists }: Sheet, seat: number): number {
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const net = whists.reduce((sum, row, other) => sum + whists[seat]![other]! - row[seat]!, 0);
  return net + 10 * (pool[seat]! - mean(pool)) + 10 * (mean(mountain) - mountain[seat]!);
}

/** No frame names a card that was not played or turned up by then; the frames themselves do not say what is public. */
function onlyPublicCards({ frames }: Watcher): void {
  let looked = 0;
  let deal = 0;
  const open = new Set<string>();
  for (const { board, happened, legal } of frames) {
    expect(legal).toEqual([]);
    const running = (board as FoldedView | undefined)?.deal;
    if (!running) continue;
    if (running.no !== deal) open.clear();
    deal = running.no;
    for (const { action } of happened) {
      const { kind, card } = (action ?? {}) as { kind?: string; card?: string };
      if (kind === 'play' && card !== undefined) open.add(card);
    }
    // Two cards of a talon that was won, or those that lead in raspasy.
    expect(running.talon.length).toBeLessThanOrEqual(4);
    for (const card of running.talon.match(/../g) ?? []) open.add(card);
    const { auction: _auction, said: _said, contract: _contract, ...rest } = running;
    const named = JSON.stringify(rest).match(/[789TJQKA][SCDH]/g) ?? [];
    expect(named.filter((card) => !open.has(card))).toEqual([]);
    looked++;
  }
  expect(looked).toBeGreaterThan(20);
}
