import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Notice } from '@trellis/notices';
import { NoOtherNodes } from '../nodes/node-messages.js';
import { Notices, patience } from './notices.js';

const letter: Notice = { kind: 'letter', path: '/people/bob', topic: 'letter:bob', name: 'Bob' };
let told: { rooms: string[]; id: string; unseen: boolean }[];
let pushed: string[];
let notices: Notices;
beforeEach(() => {
  vi.useFakeTimers();
  [told, pushed] = [[], []];
  notices = new Notices({
    sockets: {
      emit: (rooms: string | string[], _event: string, ...args: unknown[]) => {
        told.push({ rooms: [rooms].flat(), ...(args[0] as { id: string; unseen: boolean }) });
      },
    } as never,
    messages: new NoOtherNodes(),
    push: (player) => pushed.push(player),
  });
});
afterEach(() => {
  notices.close();
  vi.useRealTimers();
});

test('who has taken it on a page gets nothing by other channels', () => {
  notices.tell(['ann', 'cyd'], letter);
  expect(told).toMatchObject([{ rooms: ['player/ann', 'player/cyd'], unseen: false }]);
  notices.seen('ann', told[0]!.id);
  vi.advanceTimersByTime(patience);
  expect(told[1]).toMatchObject({ rooms: ['player/cyd'], unseen: true, id: told[0]!.id });
  expect(pushed).toEqual(['cyd']);
});

test('nobody takes it for somebody else', () => {
  notices.tell(['ann'], letter);
  notices.seen('cyd', told[0]!.id);
  vi.advanceTimersByTime(patience);
  expect(pushed).toEqual(['ann']);
  notices.seen('ann', told[0]!.id);
  vi.advanceTimersByTime(patience);
  expect(pushed).toEqual(['ann']);
});

test('when all have taken it nothing more happens', () => {
  notices.tell(['ann'], letter);
  notices.seen('ann', told[0]!.id);
  vi.advanceTimersByTime(10 * patience);
  expect([told.length, pushed]).toEqual([1, []]);
});
