import type { GameRecord } from '@trellis/facade';
import type { TableView } from '@trellis/wire';
import { ClubClient, seatTwo } from '../harness/club-client.js';

interface Told {
  readonly gameId: string;
  readonly seat: number;
  readonly action: unknown;
  readonly outcome: 'acknowledged' | 'refused' | 'unanswered';
}

/**
 * Two people who play random games of tic-tac-toe whatever happens to the club: they reconnect, look
 * again, and remember exactly what they were told, to be compared with what the club kept.
 */
export class RandomPair {
  readonly told: Told[] = [];
  readonly games = new Set<string>();
  private stopped = false;

  private constructor(
    private readonly people: readonly [ClubClient, ClubClient],
    readonly tableId: string,
    private readonly random: () => number,
  ) {}

  static async sit(url: string, name: string, random: () => number): Promise<RandomPair> {
    const first = await ClubClient.connect(url, `${name} First`);
    const second = await ClubClient.connect(url, `${name} Second`);
    const tableId = await seatTwo(first, second);
    const pair = new RandomPair([first, second], tableId, random);
    for (const person of pair.people) {
      person.socket.on('connect', () => void person.look(tableId).catch(() => undefined));
      person.onView((view) => pair.remember(view));
    }
    return pair;
  }

  /** Plays until `stop`. */
  async play(): Promise<void> {
    await Promise.all(this.people.map((person) => this.playAs(person)));
  }

  stop(): void {
    this.stopped = true;
  }

  close(): void {
    for (const person of this.people) person.close();
  }

  /** The newest view of either. */
  async view(): Promise<TableView> {
    return this.people[0].look(this.tableId);
  }

  /** Ends the running game, so that it has a record. */
  async resign(): Promise<void> {
    await this.people[0].must('table:leave', { tableId: this.tableId });
  }

  private async playAs(person: ClubClient): Promise<void> {
    while (!this.stopped) {
      await new Promise((resolve) => setTimeout(resolve, 5 + 40 * this.random()));
      const view = person.views.get(this.tableId);
      if (!view || !person.socket.connected) continue;
      if (view.phase === 'finished' || view.phase === 'gathering') {
        await person.ask('table:rematch', { tableId: this.tableId }, 1000).catch(() => undefined);
        // Not more often than the club's limits allow.
        await new Promise((resolve) => setTimeout(resolve, 150));
      } else if (view.legal !== true && view.legal.length > 0) {
        await this.actAs(person, view);
      }
    }
  }

  private async actAs(person: ClubClient, view: TableView): Promise<void> {
    const legal = view.legal as readonly unknown[];
    const action = legal[Math.floor(this.random() * legal.length)];
    const told = { gameId: view.gameId!, seat: view.viewer as number, action };
    try {
      const answer = await person.ask(
        'table:act',
        { tableId: this.tableId, after: view.seq, action },
        1000,
      );
      this.told.push({ ...told, outcome: answer.ok ? 'acknowledged' : 'refused' });
    } catch {
      this.told.push({ ...told, outcome: 'unanswered' });
    }
    if (person.socket.connected) await person.look(this.tableId).catch(() => undefined);
  }

  private remember(view: TableView): void {
    if (view.gameId) this.games.add(view.gameId);
  }
}

/**
 * Compares what people were told with what the club kept of their games: acknowledged ⇒ there exactly
 * once, unanswered ⇒ at most once. Refused actions may stand there from another try. Returns what is wrong.
 */
export function judge(
  told: readonly Told[],
  records: ReadonlyMap<string, Pick<GameRecord, 'steps'>>,
): string[] {
  return told.flatMap(({ gameId, seat, action, outcome }) => {
    const record = records.get(gameId);
    if (!record)
      return outcome === 'acknowledged'
        ? [`Game ${gameId} is lost, with an acknowledged action.`]
        : [];
    const times = record.steps.filter(
      (step) =>
        step.kind === 'acted' &&
        step.seat === seat &&
        JSON.stringify(step.action) === JSON.stringify(action),
    ).length;
    const wrong = (outcome === 'acknowledged' && times !== 1) || times > 1;
    return wrong
      ? [
          `${gameId}: ${JSON.stringify(action)} of seat ${seat}, ${outcome}, stands there ${times} times.`,
        ]
      : [];
  });
}
