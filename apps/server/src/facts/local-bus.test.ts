import type { Fact } from '@trellis/facade';
import { expect, test, vi } from 'vitest';
import { LocalBus } from './local-bus.js';

const seen = (at: number): Fact => ({ kind: 'player-seen', player: 'ann', online: true, at });

test('everybody hears the same order, also of facts published by a listener', () => {
  const bus = new LocalBus(() => undefined);
  const heard: string[] = [];
  bus.subscribe((fact) => {
    if (fact === first) bus.publish(second);
    heard.push(`a${'at' in fact ? fact.at : ''}`);
  });
  bus.subscribe((fact) => heard.push(`b${'at' in fact ? fact.at : ''}`));
  const first = seen(1);
  const second = seen(2);
  bus.publish(first);
  expect(heard).toEqual(['a1', 'b1', 'a2', 'b2']);
});

test('a listener that throws is reported and stops nobody', () => {
  const report = vi.fn();
  const bus = new LocalBus(report);
  const heard = vi.fn();
  const stop = bus.subscribe(() => {
    throw new Error('broken');
  });
  bus.subscribe(heard);
  bus.publish(seen(1));
  stop();
  bus.publish(seen(2));
  expect(report).toHaveBeenCalledTimes(1);
  expect(heard).toHaveBeenCalledTimes(2);
});
