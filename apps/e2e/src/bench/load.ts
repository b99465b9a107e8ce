import type { Answer, TableView } from '@trellis/wire';
import { io, type Socket } from 'socket.io-client';
import { ClubClient, seatTwo } from '../harness/club-client.js';

/** Two people who play on and on; who is to move decides when. */
export interface BenchTable {
  readonly id: string;
  /** Calls `toMove` whenever somebody is to move; what it is given makes the move. */
  play(toMove: (move: () => void) => void): void;
  stop(): void;
  readonly counts: Counts;
}

export interface Counts {
  moves: number;
  /** From asking to the opponent's frame, ms. */
  latencies: number[];
  /** Bytes that reached the two clients. */
  bytes: number;
  /** Refused, or not answered in time. */
  refused: number;
}

const noCounts = (): Counts => ({ moves: 0, latencies: [], bytes: 0, refused: 0 });

/** A table of tic-tac-toe in the real club: random legal moves to the end, then a rematch. */
export async function clubTable(url: string, index: number): Promise<BenchTable> {
  const people = await Promise.all(
    ['A', 'B'].map((side) => ClubClient.connect(url, `Bench ${side}${index}`)),
  );
  const [first, second] = people as [ClubClient, ClubClient];
  const tableId = await seatTwo(first, second, { rated: true });
  const counts = noCounts();
  people.forEach(({ socket }) => countBytes(socket, counts));
  let sent: { at: number; seq: number; by: ClubClient } | undefined;
  let playing = false;

  const count = (asked: Promise<Answer>, moves: number) =>
    asked.then(
      ({ ok }) => (ok ? (counts.moves += moves) : counts.refused++),
      // What was asked while the table was being closed is answered by nobody.
      () => playing && counts.refused++,
    );
  const again = (person: ClubClient) => void count(person.ask('table:rematch', { tableId }), 0);
  const next = (toMove: (move: () => void) => void, person: ClubClient, view: TableView) => {
    if (!playing || view.id !== tableId) return;
    if (sent && sent.by !== person && view.seq > sent.seq) {
      counts.latencies.push(performance.now() - sent.at);
      sent = undefined;
    }
    if (view.phase === 'finished' && view.happened.length > 0 && person === first) {
      again(first);
      return;
    }
    const reserved =
      view.phase === 'gathering' &&
      view.seats.some((seat) => seat.kind === 'reserved' && seat.player?.id === person.player);
    if (reserved) again(person);
    if (view.legal === true || view.legal.length === 0 || view.happened.length === 0) return;
    const action = view.legal[Math.floor(Math.random() * view.legal.length)];
    toMove(() => {
      sent = { at: performance.now(), seq: view.seq, by: person };
      void count(person.ask('table:act', { tableId, after: view.seq, action }), 1);
    });
  };

  return {
    id: tableId,
    counts,
    play(toMove) {
      playing = true;
      for (const person of people) person.onView((view) => next(toMove, person, view));
      for (const person of people) {
        const view = person.views.get(tableId);
        if (view) next(toMove, person, { ...view, happened: [{ kind: 'started' }] });
      }
    },
    stop() {
      playing = false;
      people.forEach((person) => person.close());
    },
  };
}

/** The same traffic with the bare server. */
export async function bareTable(url: string, index: number): Promise<BenchTable> {
  const tableId = `bench-${index}`;
  const sockets = await Promise.all([0, 1].map(() => connectBare(url)));
  await Promise.all(sockets.map((socket) => socket.emitWithAck('table:look', { tableId })));
  const counts = noCounts();
  sockets.forEach((socket) => countBytes(socket, counts));
  let sent: { at: number; seat: number } | undefined;
  let playing = false;
  const act = (seat: number, seq: number) => {
    sent = { at: performance.now(), seat };
    const request = { tableId, after: seq, action: { cell: seq % 9 } };
    void sockets[seat]!.emitWithAck('table:act', request).then(() => counts.moves++);
  };
  return {
    id: tableId,
    counts,
    play(toMove) {
      playing = true;
      sockets.forEach((socket, seat) =>
        socket.on('table:view', ({ seq, toAct }: { seq: number; toAct: number[] }) => {
          if (sent && sent.seat !== seat) {
            counts.latencies.push(performance.now() - sent.at);
            sent = undefined;
          }
          if (playing && toAct.includes(seat)) toMove(() => act(seat, seq));
        }),
      );
      toMove(() => act(0, 0));
    },
    stop() {
      playing = false;
      sockets.forEach((socket) => socket.disconnect());
    },
  };
}

async function connectBare(url: string): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], forceNew: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  return socket;
}

function countBytes(socket: Pick<Socket, 'io'>, counts: Counts): void {
  socket.io.engine.on('packet', ({ data }: { data?: unknown }) => {
    if (typeof data === 'string') counts.bytes += data.length + 1;
  });
}

/** Moves at once, whenever somebody may. */
export const atOnce = (move: () => void): void => move();

/** Moves so that all tables together make `perSecond` moves a second. */
export function paced(tables: number, perSecond: number): (move: () => void) => void {
  const pause = (1000 * tables) / perSecond;
  return (move) => void setTimeout(move, pause * (0.5 + Math.random()));
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
