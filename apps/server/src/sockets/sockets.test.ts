import type { ClubCounts } from '@trellis/facade';
import { beforeEach, expect, test } from 'vitest';
import type { ClubServer } from './club-socket.js';
import { sliceSize, Sockets } from './sockets.js';

const crowd = Array.from({ length: 4 * sliceSize + 1 }, (_, index) => `socket-${index}`);

/** Socket.IO's rooms; every socket is in one of its own. */
class FakeServer {
  readonly rooms = new Map<string, Set<string>>(crowd.map((id) => [id, new Set([id])]));
  readonly all = new Map(crowd.map((id) => [id, {}]));
  readonly sockets = { adapter: { rooms: this.rooms }, sockets: this.all };
  /** What was written in one go. */
  readonly writes: { readonly ids: readonly string[]; readonly told: unknown }[] = [];

  to(to: string | string[]) {
    const ids = new Set([to].flat().flatMap((room) => [...(this.rooms.get(room) ?? [])]));
    const except = (rooms: string[]) => {
      const out = new Set(rooms.flatMap((room) => [...(this.rooms.get(room) ?? [])]));
      return { emit: emitTo([...ids].filter((id) => !out.has(id))) };
    };
    const emitTo = (some: string[]) => (_event: string, told: unknown) =>
      void this.writes.push({ ids: some, told });
    return { except, emit: emitTo([...ids]) };
  }
}

let server: FakeServer;
let sockets: Sockets;
beforeEach(() => {
  server = new FakeServer();
  server.rooms.set('hall', new Set(crowd));
  sockets = new Sockets();
  sockets.open(server as unknown as ClubServer);
});

const line = (text: string) => ({ room: 'hall:x', line: { text } }) as never;
const storage = { available: true } as unknown as ClubCounts & { available: boolean };
const toldTo = (id: string) =>
  server.writes.filter(({ ids }) => ids.includes(id)).map(({ told }) => told);

/** Until nothing is left to tell. */
async function toldAll(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
}

test('a full room is told in slices, and each of its people once, in order', async () => {
  const [first, second] = [line('first'), line('second')];
  sockets.emit('hall', 'chat:line', first);
  sockets.emit('hall', 'chat:line', second);
  // The rest waits until others have had their turn.
  expect(server.writes).toHaveLength(1);
  await toldAll();
  for (const id of crowd) expect(toldTo(id)).toEqual([first, second]);
  expect(Math.max(...server.writes.map(({ ids }) => ids.length))).toBeLessThanOrEqual(sliceSize);
});

test('who was there when it was said is told, though the room is empty by then; who is not meant is not', async () => {
  const apart = crowd.at(-1)!;
  server.rooms.set('apart', new Set([apart]));
  sockets.emitExcept('hall', ['apart'], 'chat:line', line('a'));
  server.rooms.delete('hall');
  await toldAll();
  expect(toldTo(apart)).toEqual([]);
  expect(toldTo(crowd.at(-2)!)).toHaveLength(1);
  expect(toldTo(crowd[0]!)).toHaveLength(1);
});

test('what follows when the room is smaller again waits for its turn, too', async () => {
  sockets.emit('hall', 'chat:line', line('first'));
  for (const id of crowd.slice(1)) server.rooms.get('hall')!.delete(id);
  sockets.emit('hall', 'chat:line', line('second'));
  await toldAll();
  expect(toldTo(crowd[0]!)).toEqual([line('first'), line('second')]);
});

test('a few are told at once; all that there are, in slices', async () => {
  server.rooms.set('table', new Set(crowd.slice(0, 3)));
  sockets.emit('table', 'chat:line', line('a'));
  expect(server.writes).toMatchObject([{ ids: crowd.slice(0, 3) }]);
  server.writes.length = 0;
  sockets.emitAll('club:storage', storage);
  await toldAll();
  for (const id of crowd) expect(toldTo(id)).toHaveLength(1);
  expect(server.writes.length).toBeGreaterThan(1);
});

test('nobody is there, or nobody is meant: nothing is told', () => {
  sockets.emit('nowhere', 'chat:line', line('a'));
  sockets.emit([], 'chat:line', line('a'));
  expect(server.writes).toEqual([]);
});
