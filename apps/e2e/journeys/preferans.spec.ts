import type { Page } from '@playwright/test';
import type { FoldedView } from '@trellis/games/preferans/rules';
import type { TableView } from '@trellis/wire';
import { ClubClient } from '../src/harness/club-client';
import type { ClubProcess } from '../src/harness/club-process';
import { PreferansTable } from '../src/harness/preferans-table';
import { expect, Person, test } from './club';
import { atTable, ownCards, playsACard, says, Watcher } from './preferans';
import { onlyPublicCards } from './public-cards';
import { nothingSticksOut } from './whole';

const peopleNamed = (club: ClubProcess, ...people: readonly string[]) =>
  Promise.all(people.map((name) => ClubClient.connect(club.url, name)));

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
    // The table's, not the watcher's, who may be a step behind.
    const { seq } = table;
    await playsACard(eldest.page);
    await Promise.all([watcher.newer(seq), table.newer(seq)]);
    // After the last card another one deals, and he who did holds cards.
    if (table.deal?.play) expect(await ownCards(dealersPage.page).count()).toBe(0);
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
