import { Refusal } from '@trellis/games/kit';
import type { NodeId } from '@trellis/tables';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoOtherNodes, type Tellings } from '../nodes/node-messages.js';
import type { Sockets } from '../sockets/sockets.js';
import { FarTables } from './far-tables.js';
import type { Lookers } from './lookers.js';

/** Who is told that somebody looks from here. */
class Told extends NoOtherNodes {
  override readonly hasOthers = true as never;
  readonly reminded: [NodeId, number][] = [];

  override tell(node?: NodeId, subject?: string, told?: unknown): void {
    if (subject === 'table:lookers')
      this.reminded.push([node!, (told as Tellings['table:lookers']).seq]);
  }
}

const there = { players: [], visitors: 1 };
let messages: Told;
let far: FarTables;
/** What the directory says. */
let owner: () => Promise<NodeId | null>;
let shownHere: number;
let looking: number;

beforeEach(() => {
  vi.useFakeTimers();
  messages = new Told();
  shownHere = 0;
  looking = 1;
  far = new FarTables({
    messages,
    sockets: {} as Sockets,
    lookers: {
      ...{ count: () => looking, there: () => there, tables: () => ['t'] },
      forget: () => (looking = 0),
    } as unknown as Lookers,
    owner: () => owner(),
    showHere: () => shownHere++,
    isHere: () => false,
    report: (error) => {
      throw error;
    },
  });
});
afterEach(() => {
  far.close();
  vi.useRealTimers();
});

test('a table that moves on while it is searched is searched once more', async () => {
  let answers: ((owner: NodeId | null) => void)[] = [];
  owner = () => new Promise((resolve) => answers.push(resolve));
  far.search('t');
  // It is lost to another process before the answer, which was true a moment ago, is there.
  far.search('t');
  const [first] = answers;
  answers = [];
  first!(null);
  await vi.advanceTimersByTimeAsync(0);
  expect(shownHere).toBe(1);
  answers[0]!('other');
  await vi.advanceTimersByTimeAsync(0);
  expect(messages.reminded).toEqual([['other', 0]]);
});

test('whoever was left behind at a table is found by the next reminders', async () => {
  owner = async () => 'other';
  await vi.advanceTimersByTimeAsync(4000);
  expect(messages.reminded).toEqual([['other', 0]]);
});

test('nobody is left behind because a directory has lost its memory for some seconds', async () => {
  owner = () => Promise.reject(new Refusal('no-such-table'));
  far.search('t');
  await vi.advanceTimersByTimeAsync(8000);
  expect(looking).toBe(1);
  owner = async () => 'other';
  await vi.advanceTimersByTimeAsync(300);
  expect(messages.reminded).toEqual([['other', 0]]);
});

test('a table that nobody knows for longer is gone, and is searched no more', async () => {
  owner = vi.fn(() => Promise.reject(new Refusal('no-such-table')));
  far.search('t');
  await vi.advanceTimersByTimeAsync(11_000);
  expect(looking).toBe(0);
});
