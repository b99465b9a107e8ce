import type { Fact } from '@trellis/facade';
import { Refusal } from '@trellis/games/kit';
import { gameNamed } from '@trellis/games/catalog/games';
import { foldTable, type Entry } from '@trellis/tables';
import type { TableView } from '@trellis/wire';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LocalBus } from '../facts/local-bus.js';
import { PlayerNames } from '../facts/player-names.js';
import { SystemClock } from '../machine/system-clock.js';
import type { ClubServer, ClubSocket } from '../sockets/club-socket.js';
import { NoOtherNodes } from '../nodes/node-messages.js';
import { Sockets } from '../sockets/sockets.js';
import { SocketAudience, type TablesToShow } from './socket-audience.js';

const game = 'tic-tac-toe';
const rules = gameNamed(game)!;
const conventions = Object.fromEntries(
  rules.conventions.fields.map((field) => [field.id, field.default]),
);

/** Socket.IO's rooms, and what was encoded for whom. */
class FakeServer {
  readonly rooms = new Map<string, Set<string>>();
  readonly all = new Map<string, FakeSocket>();
  readonly encoded: { to: string[]; except: string[]; view: TableView }[] = [];
  readonly sockets = { adapter: { rooms: this.rooms }, sockets: this.all };
  to(to: string | string[]) {
    const emitExcept = (except: string[]) => (_event: string, view: TableView) =>
      void this.encoded.push({ to: [to].flat(), except, view });
    return { emit: emitExcept([]), except: (rooms: string[]) => ({ emit: emitExcept(rooms) }) };
  }
}

class FakeSocket {
  readonly rooms = new Set<string>();
  readonly disconnected = false;
  readonly data;
  constructor(
    private readonly server: FakeServer,
    readonly id: string,
    player?: string,
  ) {
    this.data = { address: '', player: player ? { id: player, name: player } : undefined };
    server.all.set(id, this);
  }
  join(room: string) {
    this.rooms.add(room);
    this.server.rooms.set(room, (this.server.rooms.get(room) ?? new Set()).add(this.id));
  }
  leave(room: string) {
    this.rooms.delete(room);
    this.server.rooms.get(room)?.delete(this.id);
    if (this.server.rooms.get(room)?.size === 0) this.server.rooms.delete(room);
  }
}

const entries: readonly Entry[] = [
  { seq: 1, at: 1, kind: 'set', game, rulesVersion: rules.rulesVersion, number: 7, by: 'ann' },
  { seq: 2, at: 2, kind: 'conventions-chosen', conventions },
  { seq: 3, at: 3, kind: 'sat', seat: 0, occupant: { kind: 'player', player: 'ann' } },
  { seq: 4, at: 4, kind: 'sat', seat: 1, occupant: { kind: 'player', player: 'bob' } },
  { seq: 5, at: 4, kind: 'started', gameId: 'g', present: [0, 1] },
];
const move: Entry = { seq: 6, at: 5, kind: 'acted', seat: 0, action: { cell: 4 } };
const tableAfter = (all: readonly Entry[]) => foldTable('t', all, gameNamed);

const shown: TablesToShow = {
  read: async () => table,
  owner: async () => null,
  isHere: () => true,
  reach: (_, here) => here(),
};

let server: FakeServer;
let audience: SocketAudience;
let messages: NoOtherNodes;
let facts: Fact[];
/** Ann's. */
let rating = 1500;
let table = tableAfter(entries);
let sockets = 0;

beforeEach(() => {
  vi.useFakeTimers();
  table = tableAfter(entries);
  rating = 1500;
  server = new FakeServer();
  messages = new NoOtherNodes();
  facts = [];
  const bus = new LocalBus((error) => {
    throw error;
  });
  bus.subscribe((fact) => facts.push(fact));
  const all = new Sockets();
  all.open(server as unknown as ClubServer);
  audience = new SocketAudience({
    sockets: all,
    names: new PlayerNames({ findMany: async () => [] }, bus),
    club: {
      profile: () => undefined,
      leaderboard: () => [{ player: { id: 'ann' }, rating, provisional: false }] as never,
    },
    bus,
    games: gameNamed,
    clock: new SystemClock(),
    messages,
    report: (error) => {
      throw error;
    },
  });
  audience.attach(shown);
});
afterEach(() => {
  audience.close();
  vi.useRealTimers();
});

async function looks(player?: string): Promise<FakeSocket> {
  const socket = new FakeSocket(server, `socket-${++sockets}`, player);
  await audience.look(socket as unknown as ClubSocket, 't');
  return socket;
}

function shows(entry: Entry) {
  table = tableAfter([...entries, entry]);
  server.encoded.length = 0;
  audience.show(table, [entry]);
}

describe('who gets no answer and asks again', () => {
  const socketOf = () => new FakeSocket(server, `socket-${++sockets}`) as unknown as ClubSocket;

  /** Another process has the table, and answers when it is said. */
  function holdAnswers() {
    const held: { answer: () => void; refuse: () => void }[] = [];
    audience.attach({ ...shown, reach: (_, __, there) => there('elsewhere') });
    vi.spyOn(messages, 'ask').mockImplementation(
      () =>
        new Promise((resolve, reject) => {
          const answer = () => resolve({ view: { seq: table.seq }, awaited: false } as never);
          held.push({ answer, refuse: () => reject(new Refusal('try-again')) });
        }),
    );
    return held;
  }
  const isShown = () => {
    shows(move);
    return server.encoded.length > 0;
  };

  test('keeps what the second answer gave when the first request fails at last', async () => {
    const held = holdAnswers();
    const socket = socketOf();
    const first = audience.look(socket, 't');
    const second = audience.look(socket, 't');
    held[1]!.answer();
    await second;
    held[0]!.refuse();
    await expect(first).rejects.toMatchObject({ code: 'try-again' });
    expect(isShown()).toBe(true);
  });

  test('is nobody who looks when all that he asked failed', async () => {
    const held = holdAnswers();
    const socket = socketOf();
    const looks = [audience.look(socket, 't')];
    looks.push(audience.look(socket, 't'));
    for (const { refuse } of held) refuse();
    for (const look of looks) await expect(look).rejects.toMatchObject({ code: 'try-again' });
    expect(isShown()).toBe(false);
  });

  test('goes on looking when he was shown the table and a later request fails', async () => {
    const held = holdAnswers();
    const socket = socketOf();
    const first = audience.look(socket, 't');
    held[0]!.answer();
    await first;
    const again = audience.look(socket, 't');
    held[1]!.refuse();
    await expect(again).rejects.toMatchObject({ code: 'try-again' });
    expect(isShown()).toBe(true);
  });

  test('who has left and come back is not sent away by what he asked before', async () => {
    const held = holdAnswers();
    const socket = socketOf();
    const first = audience.look(socket, 't');
    audience.unlook(socket, 't');
    const second = audience.look(socket, 't');
    held[0]!.refuse();
    await expect(first).rejects.toMatchObject({ code: 'try-again' });
    held[1]!.answer();
    await second;
    expect(isShown()).toBe(true);
  });
});

describe('one frame for each audience', () => {
  test('however many look: one for each seat, one for all spectators', async () => {
    for (const player of ['ann', 'ann', 'bob', 'eve']) await looks(player);
    for (let i = 0; i < 100; i++) await looks();
    shows(move);
    expect(server.encoded.map(({ view }) => view.viewer)).toEqual([0, 1, 'spectator']);
    const [ann, bob, spectators] = server.encoded;
    expect(spectators?.except).toEqual([...ann!.to, ...bob!.to]);
    expect(spectators?.view).toMatchObject({ watchers: 103, legal: [], seq: 6 });
    expect(bob?.view.legal).toHaveLength(8);
  });

  test('nothing is built for those who are not there', async () => {
    shows(move);
    expect(server.encoded).toEqual([]);
    await looks('bob');
    shows(move);
    expect(server.encoded.map(({ view }) => view.viewer)).toEqual([1]);
    await looks();
    shows(move);
    expect(server.encoded.map(({ view }) => view.viewer)).toEqual([1, 'spectator']);
  });
});

describe('coming and going', () => {
  const refreshes = () => server.encoded.filter(({ view }) => view.happened.length === 0);

  test('is shown at most once a second, whatever the traffic', async () => {
    await looks('ann');
    for (let i = 0; i < 50; i++) {
      const socket = await looks();
      await vi.advanceTimersByTimeAsync(25);
      audience.disconnecting(socket as unknown as ClubSocket);
      await vi.advanceTimersByTimeAsync(25);
    }
    expect(refreshes().filter(({ view }) => view.viewer === 0).length).toBeLessThanOrEqual(4);
    await vi.advanceTimersByTimeAsync(2000);
    expect(refreshes().at(-1)?.view).toMatchObject({ watchers: 1, seq: 5 });
  });

  test('a second tab of the same player is nobody new', async () => {
    await looks('ann');
    await vi.advanceTimersByTimeAsync(3000);
    server.encoded.length = 0;
    const tab = await looks('ann');
    audience.unlook(tab as unknown as ClubSocket, 't');
    await vi.advanceTimersByTimeAsync(3000);
    expect(server.encoded).toEqual([]);
    expect([...audience.present('t')]).toEqual(['ann']);
  });

  test('when the table is free nothing of it remains', async () => {
    const gone = vi.fn();
    audience.onGone(gone);
    await looks('ann');
    await looks();
    table = tableAfter([...entries, { seq: 6, at: 5, kind: 'freed' }]);
    audience.show(table, [{ seq: 6, at: 5, kind: 'freed' }]);
    expect(server.rooms.size).toBe(0);
    expect(audience.present('t').size).toBe(0);
    expect(gone).toHaveBeenCalledWith('t');
    await vi.advanceTimersByTimeAsync(3000);
    expect(facts.at(-1)).toEqual({ kind: 'table-gone', id: 't', version: 6 });
  });
});

test('the hall hears of a table when its row has changed, not of every move', () => {
  audience.show(table, entries.slice(-1));
  shows(move);
  expect(facts).toMatchObject([
    { kind: 'table-changed', table: { id: 't', number: 7, phase: 'playing', version: 5 } },
  ]);
});

test('names that are not known yet do not keep a table from being shown', async () => {
  const socket = new FakeSocket(server, 'late', undefined);
  const { view } = await audience.look(socket as unknown as ClubSocket, 't');
  expect(view.seats.map(({ player }) => player?.name)).toEqual(['…', '…']);
});

test('a table that was elsewhere meanwhile comes back with ratings as they are by then', async () => {
  const shownRating = async () => {
    const socket = new FakeSocket(server, `socket-${++sockets}`);
    const { view } = await audience.look(socket as unknown as ClubSocket, 't');
    return view.seats[0];
  };
  expect(await shownRating()).toMatchObject({ rating: 1500 });
  rating = 1600;
  expect(await shownRating()).toMatchObject({ rating: 1500 });
  audience.lost('t');
  expect(await shownRating()).toMatchObject({ rating: 1600 });
});
