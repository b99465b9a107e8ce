import type { Fact } from '@trellis/facade';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LocalBus } from '../facts/local-bus.js';
import { NoOtherNodes } from '../nodes/node-messages.js';
import { Sockets } from '../sockets/sockets.js';
import { HiddenPeople } from './hidden-people.js';
import { Presence } from './presence.js';

const ann = { id: 'ann', name: 'Ann' };
let facts: Fact[];
let seen: string[];
let presence: Presence;
let hidden: HiddenPeople;

beforeEach(() => {
  vi.useFakeTimers();
  facts = [];
  seen = [];
  hidden = new HiddenPeople();
  const bus = new LocalBus(() => undefined);
  bus.subscribe((fact) => facts.push(fact));
  presence = new Presence({
    bus,
    players: { seen: async (id) => void seen.push(id) },
    sockets: new Sockets(),
    club: { tablesInPlay: () => [] },
    hidden,
    messages: new NoOtherNodes(),
    welcome: { remember: async () => undefined },
    games: ['tic-tac-toe'],
    now: () => Date.now(),
    report: () => undefined,
  });
});
afterEach(() => {
  presence.close();
  vi.useRealTimers();
});

const kinds = () =>
  facts.flatMap((fact) => (fact.kind === 'player-seen' ? [fact.online ? 'comes' : 'goes'] : []));

test('several tabs are one person, who goes when the last one is closed', () => {
  presence.arrived(ann);
  presence.arrived(ann);
  presence.left(ann);
  vi.advanceTimersByTime(60_000);
  expect(kinds()).toEqual(['comes']);
  presence.left(ann);
  expect(presence.counts().players).toBe(1);
  vi.advanceTimersByTime(5000);
  expect(kinds()).toEqual(['comes', 'goes']);
  expect(presence.counts()).toEqual({ players: 0, visitors: 0, tablesInPlay: 0 });
  expect(seen).toEqual(['ann', 'ann']);
});

test('who opens another page has not gone', () => {
  presence.arrived(ann);
  for (let page = 0; page < 10; page++) {
    presence.left(ann);
    vi.advanceTimersByTime(4000);
    presence.arrived(ann);
  }
  vi.advanceTimersByTime(60_000);
  expect(kinds()).toEqual(['comes']);
});

test('counts are told at most once a second, and only when they have changed', () => {
  const told = () => facts.filter(({ kind }) => kind === 'counts-changed');
  for (let i = 0; i < 100; i++) {
    presence.arrived(undefined);
    vi.advanceTimersByTime(30);
  }
  expect(told().length).toBeLessThanOrEqual(4);
  vi.advanceTimersByTime(5000);
  expect(told().at(-1)).toMatchObject({ counts: { visitors: 100, players: 0 } });
  const before = told().length;
  presence.changed();
  vi.advanceTimersByTime(5000);
  expect(told()).toHaveLength(before);
});

test('of whom hides nothing is told; hiding looks like going', () => {
  hidden.set('ann', true);
  presence.arrived(ann);
  expect(facts.filter(({ kind }) => kind === 'player-seen')).toEqual([]);
  expect(presence.counts().players).toBe(1);
  hidden.set('ann', false);
  hidden.set('ann', true);
  hidden.set('bob', true);
  presence.left(ann);
  vi.advanceTimersByTime(5000);
  expect(kinds()).toEqual(['comes', 'goes']);
  expect(seen).toEqual([]);
});
