import { beforeEach, describe, expect, test } from 'vitest';
import { ChatRooms } from './chat-rooms.js';
import { ChatLines, linesKept, type ChatLine, type RoomId } from './line.js';

const ann = { id: 'ann', name: 'Ann Lee' };
const bob = { id: 'bob', name: 'Bob Roe' };
const hall = 'hall:tic-tac-toe';

class LinesInMemory extends ChatLines {
  readonly rooms = new Map<RoomId, ChatLine[]>();
  /** The next writes: kept and answered, kept but not answered, or neither. */
  failure: 'none' | 'lost-answer' | 'refused' = 'none';

  async add(room: RoomId, line: ChatLine) {
    await Promise.resolve();
    if (this.failure === 'refused') throw new Error('no connection');
    const lines = this.rooms.get(room) ?? [];
    if (lines.some(({ seq }) => seq === line.seq)) throw new Error('unique violation');
    this.rooms.set(room, [...lines, line]);
    if (this.failure === 'lost-answer') throw new Error('connection lost');
  }
  async last(room: RoomId) {
    return (this.rooms.get(room) ?? []).slice(-linesKept);
  }
  async lastOfAll(prefix: string) {
    return new Map([...this.rooms].filter(([room]) => room.startsWith(prefix)));
  }
  async forget(room: RoomId) {
    this.rooms.delete(room);
  }
}

let storage: LinesInMemory;
let rooms: ChatRooms;
const clock = { now: () => 1000 };
beforeEach(() => {
  storage = new LinesInMemory();
  rooms = new ChatRooms(storage, clock);
});

describe('saying', () => {
  test('lines are numbered without gaps, also when they arrive together', async () => {
    const said = await Promise.all(
      Array.from({ length: 20 }, (_, i) => rooms.say(hall, ann, `line-${i}`, { text: `${i}` })),
    );
    expect(said.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(storage.rooms.get(hall)?.map(({ seq }) => seq)).toEqual(said.map(({ seq }) => seq));
  });

  test('a repeated line is the same line and is not shown again', async () => {
    const [first, second] = await Promise.all([
      rooms.say(hall, ann, 'same-id-1', { text: 'hi' }),
      rooms.say(hall, ann, 'same-id-1', { text: 'hi' }),
    ]);
    expect(first.line?.said).toEqual({ text: 'hi' });
    expect(second).toEqual({ seq: first.seq });
    expect((await rooms.say(hall, bob, 'same-id-1', { text: 'hi' })).seq).toBe(2);
  });

  test('numbers and repetition survive a restart', async () => {
    await rooms.say(hall, ann, 'before-01', { text: 'hi' });
    const later = new ChatRooms(storage, clock);
    await later.warm('hall:');
    expect(await later.say(hall, ann, 'before-01', { text: 'hi' })).toEqual({ seq: 1 });
    expect((await later.say(hall, ann, 'after-001', { text: 'hi' })).seq).toBe(2);
  });

  test('a line that was not written is not shown and leaves no gap', async () => {
    storage.failure = 'refused';
    await expect(rooms.say(hall, ann, 'line-0001', { text: 'hi' })).rejects.toThrow();
    storage.failure = 'none';
    expect(await rooms.since(hall, 0)).toEqual([]);
    expect((await rooms.say(hall, ann, 'line-0001', { text: 'hi' })).seq).toBe(1);
  });

  test('a line whose answer was lost is found again by its id, and shown', async () => {
    storage.failure = 'lost-answer';
    expect(await rooms.say(hall, ann, 'line-0001', { text: 'hi' })).toMatchObject({
      seq: 1,
      line: { id: 'line-0001' },
    });
    storage.failure = 'none';
    expect(await rooms.say(hall, ann, 'line-0001', { text: 'hi' })).toEqual({ seq: 1 });
    expect((await rooms.say(hall, ann, 'line-0002', { text: 'hi' })).seq).toBe(2);
  });

  test('two processes that write to one room number the lines together', async () => {
    const other = new ChatRooms(storage, clock);
    await rooms.say(hall, ann, 'line-0001', { text: 'one' });
    await other.since(hall, 0);
    const two = await rooms.say(hall, ann, 'line-0002', { text: 'two' });
    expect((await other.say(hall, bob, 'line-0003', { text: 'three' })).seq).toBe(3);
    await rooms.learn(hall, { ...two.line!, seq: 3, id: 'line-0003', said: { text: 'three' } });
    expect((await rooms.since(hall, 0)).map(({ id }) => id)).toEqual([
      'line-0001',
      'line-0002',
      'line-0003',
    ]);
  });

  test('a line that is learnt before the one before it is read from storage with it', async () => {
    const other = new ChatRooms(storage, clock);
    await other.since(hall, 0);
    await rooms.say(hall, ann, 'line-0001', { text: 'one' });
    const { line } = await rooms.say(hall, ann, 'line-0002', { text: 'two' });
    await other.learn(hall, line!);
    expect(await other.since(hall, 0)).toHaveLength(2);
  });

  test('only phrases that exist', async () => {
    expect((await rooms.say(hall, ann, 'line-0001', { phrase: 'hello' })).line?.said).toEqual({
      phrase: 'hello',
    });
    for (const phrase of ['rude', '__proto__', 'toString', '0']) {
      await expect(rooms.say(hall, ann, 'line-0002', { phrase })).rejects.toMatchObject({
        code: 'no-such-phrase',
      });
    }
  });
});

test('one hears what one missed, at most the last lines', async () => {
  for (let i = 1; i <= linesKept + 5; i++)
    await rooms.say(hall, ann, `line-${i}`, { text: `${i}` });
  const all = await rooms.since(hall, 0);
  expect(all).toHaveLength(linesKept);
  expect(all[0]?.seq).toBe(6);
  expect((await rooms.since(hall, linesKept + 3)).map(({ seq }) => seq)).toEqual([
    linesKept + 4,
    linesKept + 5,
  ]);
});

test('a room that is gone begins anew', async () => {
  await rooms.say('table:t', ann, 'line-0001', { text: 'hi' });
  await rooms.forget('table:t');
  expect(await rooms.since('table:t', 0)).toEqual([]);
  expect(storage.rooms.has('table:t')).toBe(false);
});
