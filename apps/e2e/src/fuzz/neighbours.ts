import { ClubClient, seatTwo } from '../harness/club-client.js';

/** How long an answer may take on a machine that has much else to do (ms). */
const patience = 30_000;

/** Two people who play tic-tac-toe all the while, and how long each of their moves took to be acknowledged (ms). */
export class Neighbours {
  latencies: number[] = [];
  private playing: Promise<void> | undefined;
  private failed: unknown;
  private stopped = false;

  private constructor(
    private readonly pair: readonly [ClubClient, ClubClient],
    private readonly tableId: string,
  ) {}

  static async sit(url: string): Promise<Neighbours> {
    const pair = [
      await ClubClient.connect(url, 'Neighbour One'),
      await ClubClient.connect(url, 'Neighbour Two'),
    ] as const;
    const neighbours = new Neighbours(pair, await seatTwo(pair[0], pair[1]));
    neighbours.playing = neighbours.play().catch((error: unknown) => {
      neighbours.failed = error;
    });
    return neighbours;
  }

  /** What was measured since the last time. */
  p95(): number {
    const sorted = this.latencies.splice(0).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length * 0.95)] ?? NaN;
  }

  /** Rejects when a move of theirs was refused or not answered. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.playing;
    for (const each of this.pair) each.close();
    if (this.failed) throw this.failed;
  }

  private async play(): Promise<void> {
    const { pair, tableId } = this;
    while (!this.stopped) {
      const view = await pair[0].look(tableId);
      if (view.phase === 'playing') {
        const seat = view.toAct[0]!;
        const person = pair.find(({ player }) => view.seats[seat]!.player!.id === player)!;
        const { legal, seq } = await person.look(tableId);
        const begun = performance.now();
        const move = { tableId, after: seq, action: (legal as unknown[])[0] };
        const answer = await person.ask('table:act', move, patience);
        if (!answer.ok) throw new Error(`A move was refused: ${answer.code}`);
        this.latencies.push(performance.now() - begun);
      } else for (const each of pair) await each.ask('table:rematch', { tableId });
      // At the pace of people in a hurry: the club's limits are not what is measured.
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }
}
