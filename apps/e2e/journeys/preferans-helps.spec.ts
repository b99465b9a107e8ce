import type { Page } from '@playwright/test';
import type { Card } from '@trellis/games/preferans/rules';
import { ClubClient } from '../src/harness/club-client';
import type { ClubProcess } from '../src/harness/club-process';
import { lowestFirst, PreferansTable } from '../src/harness/preferans-table';
import { expect, test } from './club';
import { atTable } from './preferans';

/** Three people; the eldest plays six spades, both others whist with closed hands. */
async function whisted(club: ClubProcess, names: readonly string[]): Promise<PreferansTable> {
  const people = await Promise.all(names.map((name) => ClubClient.connect(club.url, name)));
  const table = await PreferansTable.sitsDown(people);
  await agreesToWhist(table);
  return table;
}

async function agreesToWhist(table: PreferansTable): Promise<void> {
  await table.say('6S P P');
  await table.name('6S');
  await table.say('whist whist');
}

const suitOf = (card: Card) => card[1];
const inHand = (page: Page, card: Card) => page.locator(`[data-kind="own"] [data-card="${card}"]`);

test('a card chosen before one’s turn is played when it comes; one that is not legal is given back', async ({
  browser,
  club,
}) => {
  const names = ['Alma Ahead', 'Arno Ahead', 'Anke Ahead'];
  const table = await whisted(club, names);
  const [eldest, second, third] = table.order as [number, number, number];
  const seated = await Promise.all(
    [second, third].map((seat) => atTable(browser, club, names[seat]!, table.path)),
  );
  const [hasty, ready] = seated.map(({ page }) => page) as [Page, Page];
  const hand = (seat: number) => table.view(seat).deal!.hands[seat]!;
  const holds = (seat: number, suit: string | undefined) =>
    hand(seat).some((card) => suitOf(card) === suit);
  // Everybody has that suit, so what is legal is known before it is led.
  const led = hand(eldest).find(
    (card) => holds(second, suitOf(card)) && holds(third, suitOf(card)),
  )!;
  const follows = hand(third).find((card) => suitOf(card) === suitOf(led))!;
  const illegal = hand(second).find((card) => suitOf(card) !== suitOf(led))!;
  await inHand(ready, follows).press('Enter');
  await expect(inHand(ready, follows)).toHaveAttribute('data-chosen', 'true');
  await inHand(hasty, illegal).press('Enter');
  await expect(inHand(hasty, illegal)).toHaveAttribute('data-chosen', 'true');

  await table.act({ kind: 'play', card: led }, eldest);
  await expect(hasty.getByRole('region', { name: 'Preferans table' })).toContainText(
    'cannot be played, choose again.',
  );
  await expect(inHand(hasty, illegal)).not.toHaveAttribute('data-chosen', 'true');
  expect(table.turn).toBe(second);
  await table.playCards(1);
  // Nobody touches it.
  await expect(inHand(ready, follows)).toHaveCount(0);
  expect(hand(third)).not.toContain(follows);
  table.close();
  for (const person of seated) await person.leaves();
});

test('who asks for it has the only legal card played by the club; nobody else does', async ({
  browser,
  club,
}) => {
  const names = ['Fedor Forced', 'Fatima Free', 'Fiona Free'];
  const table = await whisted(club, names);
  const person = await atTable(browser, club, names[0]!, table.path);
  await person.page.getByRole('button', { name: 'Settings', exact: true }).click();
  const automatic = person.page.getByLabel('Play my only legal card');
  await expect(automatic).not.toBeChecked();
  await automatic.check();
  await person.page.getByRole('button', { name: 'Done' }).click();

  const { tableId } = table;
  let played = 0;
  for (let deal = 0; deal < 4 && played === 0; deal++) {
    if (!table.deal?.play) await agreesToWhist(table);
    while (table.deal?.play) {
      const frame = table.people[0]!.views.get(tableId)!;
      const forced = table.turn === 0 && (frame.legal as readonly unknown[]).length === 1;
      if (!forced) {
        await table.playCards(1, lowestFirst);
        continue;
      }
      await table.newer(frame.seq);
      played++;
    }
  }
  expect(played).toBeGreaterThan(0);
  table.close();
  await person.leaves();
});

test('sounds are heard by whoever wants them, one kind or all can be switched off', async ({
  browser,
  club,
}) => {
  const names = ['Silvio Sound', 'Sanna Sound', 'Sven Sound'];
  const table = await whisted(club, names);
  const person = await atTable(browser, club, names[0]!, table.path);
  const { page } = person;
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.addEventListener('club:sound', (event) => heard.push((event as CustomEvent).detail));
    for (const make of ['createOscillator', 'createBufferSource'] as const) {
      const before = AudioContext.prototype[make] as () => AudioNode;
      AudioContext.prototype[make] = function (this: AudioContext) {
        heard.push('audio');
        return before.call(this);
      } as never;
    }
  });
  /** What was heard since it was asked last, with what the newest view has yet to sound. */
  const heard = () =>
    page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await frame();
      await frame();
      return (window as unknown as { heard: string[] }).heard.splice(0);
    });
  /** What is heard of seven cards: two tricks, and at least one turn of his that begins. */
  const ofTwoTricks = async () => {
    await heard();
    for (let card = 0; card < 7; card++) {
      await table.playCards(1);
      // A page that is shown several cards at once sounds the last turn alone.
      await page.locator(`[data-seq="${table.seq}"]`).waitFor();
    }
    return new Set(await heard());
  };

  // A browser lets nothing sound before a gesture.
  await page.getByRole('heading', { level: 1 }).click();
  expect([...(await ofTwoTricks())].sort()).toEqual(
    expect.arrayContaining(['audio', 'card', 'trick', 'turn']),
  );
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByLabel('A card is played').uncheck();
  await page.getByRole('button', { name: 'Done' }).click();
  const withoutCards = await ofTwoTricks();
  expect(withoutCards.has('card')).toBe(false);
  expect(withoutCards.has('trick')).toBe(true);
  await page.getByRole('button', { name: 'Sound: on' }).click();
  expect([...(await ofTwoTricks())]).toEqual([]);
  table.close();
  await person.leaves();
});

test('cards fly for whoever likes motion, and only for him', async ({ browser, club }) => {
  const names = ['Mona Motion', 'Rolf Reduced', 'Mika Motion'];
  const table = await whisted(club, names);
  const moves = (page: Page) =>
    page.evaluate(() => {
      const names = new Set<string>();
      Object.assign(window, { names });
      document.addEventListener('animationstart', (event) => names.add(event.animationName), true);
    });
  const moved = (page: Page) =>
    page.evaluate(() => [...(window as unknown as { names: Set<string> }).names]);
  const likes = await atTable(browser, club, names[0]!, table.path, {
    reducedMotion: 'no-preference',
  });
  const reduced = await atTable(browser, club, names[1]!, table.path);
  for (const { page } of [likes, reduced]) await moves(page);
  for (let card = 0; card < 4; card++) {
    await table.playCards(1);
    for (const { page } of [likes, reduced])
      await page.locator(`[data-seq="${table.seq}"]`).waitFor();
  }
  await expect.poll(async () => (await moved(likes.page)).join()).toMatch(/come.*taken/);
  expect(await moved(reduced.page)).toEqual([]);
  table.close();
  for (const person of [likes, reduced]) await person.leaves();
});

test('“your turn” is in the title, on the icon, and a notification of the system for who looks elsewhere', async ({
  browser,
  club,
}) => {
  const names = ['Nora Notified', 'Nils Notified', 'Nina Notified'];
  const table = await whisted(club, names);
  const [eldest, second] = table.order as [number, number, number];
  const person = await atTable(browser, club, names[second]!, table.path);
  const { page } = person;
  await page.evaluate(() => {
    const told: string[] = [];
    // No window of the system can be looked at from here: what the page asks it for is kept.
    class Kept {
      static readonly permission = 'granted';
      constructor(title: string) {
        told.push(title);
      }
    }
    Object.assign(window, { told, Notification: Kept });
    Object.defineProperty(document, 'hidden', { get: () => true });
  });
  const icon = page.locator('link[rel~="icon"]').first();
  await expect(page).not.toHaveTitle(/Your turn/);
  expect(table.turn).toBe(eldest);
  await table.playCards(1);
  await expect(page).toHaveTitle(/^● Your turn/);
  await expect(icon).toHaveAttribute('href', '/icon-turn.svg');
  // What decides whether he wants it is fetched first.
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { told: string[] }).told))
    .toEqual(['Your turn']);
  await table.playCards(1);
  await expect(page).not.toHaveTitle(/Your turn/);
  await expect(icon).not.toHaveAttribute('href', '/icon-turn.svg');
  table.close();
  await person.leaves();
});

test('a split of the tricks is offered and refused, and all agree to end the pool', async ({
  browser,
  club,
}) => {
  const names = ['Ottilie Offer', 'Oscar Offer', 'Olaf Offer'];
  const table = await whisted(club, names);
  const [declarer] = table.order;
  const others = table.order.filter((seat) => seat !== declarer);
  const seated = [];
  for (const name of names) seated.push(await atTable(browser, club, name, table.path));
  const pages = seated.map(({ page }) => page);
  const maker = pages[declarer]!;

  await maker.getByRole('button', { name: 'At the table' }).click();
  await maker.getByRole('button', { name: 'Offer to end the deal' }).click();
  const dialog = maker.getByRole('dialog');
  const more = (seat: number) =>
    dialog.getByRole('button', {
      name: new RegExp(`more.*${names[seat]}|${names[seat]}.*more`, 'i'),
    });
  const offer = dialog.getByRole('button', { name: 'Make the offer' });
  for (let trick = 0; trick < 7; trick++) await more(declarer).click();
  await expect(offer).toBeDisabled();
  for (const seat of [others[0]!, others[0]!, others[1]!]) await more(seat).click();
  await offer.click();
  for (const seat of others) {
    const asked = pages[seat]!.getByRole('group', { name: 'Offer to end the deal' });
    await expect(asked).toContainText(`${names[declarer]} 7`);
    await expect(asked).toContainText(`${names[others[0]!]} 2`);
  }
  await pages[others[1]!]!.locator('[data-word="no"]').click();
  await expect(maker.getByRole('region', { name: 'Preferans table' })).toContainText(
    'The offer was refused.',
  );
  expect(table.deal!.play!.offers).toHaveLength(1);

  await pages[others[0]!]!.getByRole('button', { name: 'At the table' }).click();
  await pages[others[0]!]!.getByRole('button', { name: 'Propose to stop' }).click();
  for (const seat of [declarer, others[1]!])
    await pages[seat]!.locator('[data-word="yes"]').click();
  for (const page of pages)
    await expect(page.getByText('Agreed: this is the last deal.').first()).toBeVisible();
  await table.playCards();
  for (const page of pages)
    await expect(page.getByText('The game was stopped by agreement.').first()).toBeAttached();
  expect(table.isOver).toBe(true);
  table.close();
  for (const person of seated) await person.leaves();
});
