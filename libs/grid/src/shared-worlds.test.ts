import type { PaintRound } from '@trellis/facade';
import { beforeEach, describe, expect, test } from 'vitest';
import { SharedWorlds, sharingTimes } from './shared-worlds.js';
import { WorldNews, type News } from './world-news.js';
import { paintRoom } from './worlds.js';

/** News between the processes of a test: lost while a process is cut off. */
class Wire {
  readonly ears = new Map<string, (from: string, news: News) => void>();
  readonly cut = new Set<string>();

  to(self: string): WorldNews {
    return Object.assign(Object.create(WorldNews.prototype) as WorldNews, {
      self,
      publish: (news: News) => {
        for (const [name, hear] of this.ears)
          if (name !== self && !this.cut.has(self) && !this.cut.has(name))
            hear(self, structuredClone(news));
      },
      subscribe: (hear: (from: string, news: News) => void) => void this.ears.set(self, hear),
      close: async () => void this.ears.delete(self),
    });
  }
}

let now: number;
let wire: Wire;
let finished: PaintRound[];
beforeEach(() => {
  now = 1000;
  wire = new Wire();
  finished = [];
});

function aProcess(name: string) {
  return new SharedWorlds({
    news: wire.to(name),
    now: () => now,
    random: () => 0.5,
    newId: () => `round-${name}-${now}`,
    happened: () => undefined,
    painted: () => undefined,
    repainted: () => undefined,
    finished: (round) => finished.push(round),
    paintTimes: { roundMs: 1000, pauseMs: 200 },
  });
}

const walker = (userId: string) => ({ userId, symbol: 'K' });
const users = (shared: SharedWorlds, room = '') =>
  shared.worlds
    .in(room)
    .map(({ userId, pos }) => `${userId} ${pos.join()}`)
    .sort();

describe('worlds that processes share', () => {
  test('what happens in one is true in the other after a tick', () => {
    const [one, two] = [aProcess('one'), aProcess('two')];
    one.enter('', walker('ann'));
    two.enter('', walker('bob'));
    for (const each of [one, two]) each.tick();
    one.move('ann', 'up');
    one.enter('garden', walker('ann'));
    one.move('ann', 'down');
    one.tick();
    expect(users(two)).toEqual(users(one));
    expect(users(two, 'garden')).toEqual(users(one, 'garden'));
    expect(users(two)).toHaveLength(1);
  });

  test('who comes later learns of everybody at once', () => {
    const one = aProcess('one');
    one.enter('', walker('ann'));
    one.tick();
    const two = aProcess('two');
    expect(users(two)).toEqual(users(one));
  });

  test('what was lost is made good by what is said whole', () => {
    const [one, two] = [aProcess('one'), aProcess('two')];
    one.enter('', walker('ann'));
    one.enter('', walker('cyd'));
    one.tick();
    wire.cut.add('two');
    one.move('ann', 'left');
    one.leave('cyd');
    one.enter('', walker('dee'));
    one.tick();
    expect(users(two)).not.toEqual(users(one));
    wire.cut.delete('two');
    now += sharingTimes.wholeEvery;
    one.tick();
    expect(users(two)).toEqual(users(one));
  });

  test('the walkers of a process that is gone are gone, and its name is nobody else’s', () => {
    const [one, two] = [aProcess('one'), aProcess('two')];
    one.enter('', walker('ann'));
    two.enter('', walker('bob'));
    for (const each of [one, two]) each.tick();
    wire.cut.add('one');
    now += sharingTimes.goneAfter + 1;
    two.tick();
    expect(users(two)).toHaveLength(1);
    wire.cut.delete('one');
    one.tick();
    expect(users(two)).toHaveLength(2);
    void one.close();
    expect(users(two)).toHaveLength(1);
  });

  test('one process referees the painting for both, and another goes on when it is gone', () => {
    const [one, two] = [aProcess('one'), aProcess('two')];
    one.enter(paintRoom, walker('ann'));
    two.enter(paintRoom, walker('bob'));
    for (const each of [one, two, one, two]) each.tick();
    expect([one, two].map(({ paint }) => paint.state().phase)).toEqual(['running', 'running']);
    for (let i = 0; i < 10; i++) {
      two.move('bob', i % 2 ? 'left' : 'right');
      one.move('ann', i % 2 ? 'up' : 'down');
      for (const each of [two, one]) each.tick();
    }
    expect(two.paint.state().owners).toEqual(one.paint.state().owners);
    expect(
      one.paint
        .state()
        .owners.map(([, userId]) => userId)
        .sort(),
    ).toContain('bob');
    wire.cut.add('one');
    now += sharingTimes.goneAfter + 1;
    two.tick();
    expect(two.paint.state().phase).toBe('over');
    expect(two.paint.state().results.map(({ symbol }) => symbol)).toEqual(['K', 'K']);
    expect(finished).toHaveLength(1);
  });
});
