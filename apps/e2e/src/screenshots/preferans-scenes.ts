import type { Page } from '@playwright/test';
import type { Seat } from '@trellis/games/kit';
import type { PreferansTable, Sitting } from '../harness/preferans-table.js';
import { pressCard } from '../harness/press-card.js';

/** One state of a table of Preferans, and through whose eyes it is looked at. */
export interface Scene extends Sitting {
  readonly name: string;
  readonly four?: boolean;
  /** Brings a table there where the first deal has just been dealt. */
  bring(table: PreferansTable): Promise<void>;
  eyes(table: PreferansTable): Seat | 'visitor';
  /** What the reader opens before the picture is taken. */
  open?(page: Page): Promise<void>;
}

const eldest = ({ order }: PreferansTable): Seat => order[0];
const second = ({ order }: PreferansTable): Seat => order[1];
const youngest = ({ order }: PreferansTable): Seat => order[2];
const turn = (table: PreferansTable): Seat => table.turn!;
const visitor = () => 'visitor' as const;

/** Tools of the board by what they are for, in any language. */
const tool = (what: string) => async (page: Page) => {
  const button = page.locator(`button[data-what="${what}"]`);
  // Beside a wide table the sheet lies open.
  if (await button.isVisible()) await button.click();
};

async function contract(table: PreferansTable, bid = '6S', defence?: string): Promise<void> {
  await table.say(`${bid} P P`);
  await table.name(bid);
  if (defence) await table.say(defence);
}

/** Some deals that leave numbers of all kinds on the sheet. */
async function past(table: PreferansTable): Promise<void> {
  await contract(table, '6S', 'whist whist');
  await table.playCards();
  await table.say('P P P');
  await table.playCards();
  await contract(table, '8H', 'pass pass');
  await table.say('P M P');
  await table.name('M');
  await table.playCards();
  await contract(table, '7C', 'pass whist open');
  await table.playCards();
}

export const scenes: readonly Scene[] = [
  { name: 'auction', eyes: turn, bring: (table) => table.say('6S 6C P') },
  { name: 'auction-waiting', eyes: eldest, bring: (table) => table.say('6S') },
  { name: 'talon', eyes: second, bring: (table) => table.say('6S P P') },
  {
    name: 'discard',
    eyes: eldest,
    bring: (table) => table.say('6S P P'),
    open: async (page) => {
      const cards = page.locator('[data-card]');
      for (const at of [3, 8]) await pressCard(cards.nth(at));
    },
  },
  { name: 'whist', eyes: turn, bring: (table) => contract(table, '7D', 'pass') },
  { name: 'choose', eyes: turn, bring: (table) => contract(table, '7H', 'whist pass') },
  {
    name: 'play-closed',
    eyes: second,
    bring: async (table) => {
      await contract(table, '6D', 'whist whist');
      await table.playCards(7);
    },
  },
  {
    name: 'play-open',
    eyes: youngest,
    bring: async (table) => {
      await contract(table, '6C', 'pass whist open');
      await table.playCards(4);
    },
  },
  {
    name: 'play-open-declarer',
    eyes: eldest,
    bring: async (table) => {
      await contract(table, '6C', 'pass whist open');
      await table.playCards(6);
    },
  },
  {
    name: 'misere-catcher',
    eyes: second,
    bring: async (table) => {
      await table.say('M P P');
      await table.name('M');
      await table.playCards(7);
    },
  },
  {
    name: 'misere-declarer',
    eyes: eldest,
    bring: async (table) => {
      await table.say('M P P');
      await table.name('M');
      await table.playCards(6);
    },
  },
  {
    name: 'ten-checked',
    preset: 'leningrad',
    eyes: eldest,
    bring: async (table) => {
      await table.say('10S P P');
      await table.name('10S');
      await table.playCards(3);
    },
  },
  {
    name: 'raspasy',
    eyes: turn,
    bring: async (table) => {
      await table.say('P P P');
      await table.playCards(4);
    },
  },
  {
    name: 'next-deal',
    eyes: turn,
    bring: async (table) => {
      await past(table);
      await table.say('P');
    },
  },
  { name: 'sheet', eyes: eldest, bring: past, open: tool('sheet') },
  {
    name: 'why',
    eyes: eldest,
    bring: past,
    open: async (page) => {
      await tool('sheet')(page);
      await page.locator('button[data-column="mountain"]:visible').first().click();
    },
  },
  {
    name: 'last-trick',
    eyes: eldest,
    bring: async (table) => {
      await contract(table, '6D', 'whist whist');
      await table.playCards(7);
    },
    open: tool('last-trick'),
  },
  { name: 'last-deal', eyes: eldest, bring: past, open: tool('last-deal') },
  { name: 'settings', eyes: eldest, bring: async () => undefined, open: tool('settings') },
  { name: 'help', eyes: eldest, bring: async () => undefined, open: tool('help') },
  {
    name: 'offering',
    eyes: turn,
    bring: async (table) => {
      await contract(table, '6D', 'whist whist');
      await table.playCards(9);
    },
    open: async (page) => {
      await tool('table')(page);
      await page.locator('dialog button:enabled').nth(1).click();
    },
  },
  {
    name: 'offered',
    eyes: youngest,
    bring: async (table) => {
      await contract(table, '6D', 'whist whist');
      await table.playCards(9);
      const { taken } = table.deal!.play!;
      const left = 10 - taken.reduce((sum, each) => sum + each, 0);
      const by = eldest(table);
      await table.act({ kind: 'offer', tricks: taken.with(by, taken[by]! + left) }, by);
    },
  },
  {
    name: 'stop-asked',
    eyes: second,
    bring: async (table) => {
      await table.say('6S');
      await table.act({ kind: 'propose-stop' }, eldest(table));
    },
  },
  {
    name: 'spectator',
    eyes: visitor,
    bring: async (table) => {
      await contract(table, '6C', 'pass whist open');
      await table.playCards(5);
    },
  },
  {
    name: 'four-auction-dealer',
    four: true,
    eyes: (table) => table.deal!.dealer,
    bring: (table) => table.say('6S 7C'),
  },
  {
    name: 'four-auction',
    four: true,
    eyes: turn,
    bring: (table) => table.say('6S'),
  },
  {
    name: 'four-play',
    four: true,
    eyes: youngest,
    bring: async (table) => {
      await contract(table, '7N', 'pass whist open');
      await table.playCards(5);
    },
  },
  {
    name: 'four-raspasy',
    four: true,
    eyes: turn,
    bring: async (table) => {
      await table.say('P P P');
      await table.playCards(4);
    },
  },
  {
    name: 'four-sheet',
    four: true,
    eyes: (table) => table.deal!.dealer,
    bring: past,
    open: tool('sheet'),
  },
  {
    name: 'settlement',
    eyes: eldest,
    bring: async (table) => {
      await past(table);
      await table.act({ kind: 'propose-stop' }, 0);
      for (const seat of [1, 2]) await table.act({ kind: 'answer-stop', yes: true }, seat);
      await table.playUntil(
        () => false,
        (_view, legal) => legal[0]!,
      );
    },
  },
];
