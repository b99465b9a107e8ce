import type { TableView } from '@trellis/wire';
import { ClubClient, demoSignIn } from '../harness/club-client.js';
import { choicesIn } from './choices.js';
import type { Asked, History, Wish } from './history.js';
import { Tab } from './tab.js';

export interface CrowdOptions {
  readonly url: string;
  readonly history: History;
  readonly name: string;
  readonly game: string;
  readonly conventions: Readonly<Record<string, unknown>>;
  readonly players: number;
  readonly random: () => number;
  /** How many copies of one request are sent; by default mostly one, at most three. */
  readonly copies?: (random: () => number) => number;
  /** How often somebody leaves the game instead of acting; default 0.004. */
  readonly leaves?: number;
  /** How often a tab loses its network instead of acting; default 0.01. */
  readonly drops?: number;
  /** Tabs come in by as many doors as there are processes behind a proxy; default: by the one. */
  readonly spread?: boolean;
}

const seldomTwice = (random: () => number) => 1 + Math.floor(3 * random() * random());

const events = { act: 'table:act', leave: 'table:leave', rematch: 'table:rematch' } as const;

/**
 * The people of one table, two tabs each, and a visitor who watches. They act at random, often twice, sometimes out of
 * turn or from an old view, lose their network, and play on whatever happens to the club.
 */
export class Crowd {
  private stopped = false;

  private constructor(
    readonly tableId: string,
    private readonly seated: readonly (readonly Tab[])[],
    private readonly watcher: Tab,
    private readonly options: CrowdOptions,
  ) {}

  static async sit(options: CrowdOptions): Promise<Crowd> {
    const { url, game, name, conventions, players, history } = options;
    const names = ['First', 'Second', 'Third', 'Fourth'].slice(0, players);
    const people = await Promise.all(
      names.map((each) =>
        Promise.all(
          [1, 2].map(async (tab) => {
            const table = options.spread ? `${name} ${each} ${tab}` : undefined;
            return ClubClient.open(url, await demoSignIn(url, `${name} ${each}`), { table });
          }),
        ),
      ),
    );
    const [setter] = people[0]!;
    const { tableId } = await setter!.must('table:set', { game });
    await setter!.must('table:conventions', { tableId, conventions });
    for (const [seat, [person]] of people.entries())
      if (seat > 0) await person!.must('table:sit', { tableId, seat });
    history.tables.push(tableId);
    const open = (who: string, client: ClubClient) => Tab.open(tableId, history, who, client);
    const seated = await Promise.all(
      people.map((tabs, seat) =>
        Promise.all(tabs.map((client, tab) => open(`${name} ${names[seat]} tab ${tab}`, client))),
      ),
    );
    const watcher = await open(`${name} watcher`, await ClubClient.connect(url));
    return new Crowd(tableId, seated, watcher, options);
  }

  /** Plays until `stop`. */
  async play(): Promise<void> {
    await Promise.all(this.seated.map((tabs) => this.playAs(tabs)));
  }

  stop(): void {
    this.stopped = true;
  }

  /** When nothing is under way any more: compares what each tab holds with a fresh look. */
  async settle(): Promise<void> {
    for (const tab of this.tabs) await until(() => tab.connected);
    // Whatever was sent to a tab before this answer has reached it.
    for (const tab of this.tabs) await persist(() => tab.look());
    for (const tab of this.tabs) {
      const held = tab.view!;
      const fresh = await persist(() => tab.look());
      this.options.history.settled.push({ tab: tab.name, held, fresh });
    }
  }

  close(): void {
    this.stop();
    for (const tab of this.tabs) tab.close();
  }

  /** Everybody's, the watcher's included. */
  get tabs(): readonly Tab[] {
    return [...this.seated.flat(), this.watcher];
  }

  private async playAs(tabs: readonly Tab[]): Promise<void> {
    const { random, drops = 0.01 } = this.options;
    let hasLeft = false;
    while (!this.stopped) {
      await pause(10 + 60 * random());
      const tab = tabs[Math.floor(random() * tabs.length)]!;
      if (random() < drops) tab.drop();
      const { view } = tab;
      if (!view || !tab.connected) continue;
      const wish = this.wishIn(view, tab.client.player!, !hasLeft);
      // Who leaves a second time loses the right to rated games for a while, and his table would stand still.
      if (wish?.kind === 'leave') hasLeft = true;
      if (wish) await this.wishFor(wish, view, tabs);
      // Not more often than the club's limits allow.
      if (wish?.kind === 'rematch') await pause(150);
    }
  }

  private wishIn(view: TableView, player: string, mayLeave: boolean): Wish | undefined {
    const { random, leaves = 0.004 } = this.options;
    if (view.phase === 'finished' || isKeptFor(player, view)) return { kind: 'rematch' };
    if (view.phase !== 'playing' || view.viewer === 'spectator') return undefined;
    if (mayLeave && random() < leaves) return { kind: 'leave' };
    const choices = choicesIn(view, random);
    if (choices.length > 0)
      return { kind: 'act', action: choices[Math.floor(random() * choices.length)] };
    // Out of turn now and then.
    return random() < 0.05
      ? { kind: 'act', action: { cell: Math.floor(9 * random()) } }
      : undefined;
  }

  /** One to three copies of it over both tabs, together. */
  private async wishFor(wish: Wish, view: TableView, tabs: readonly Tab[]): Promise<void> {
    const { random, copies = seldomTwice } = this.options;
    await Promise.all(
      Array.from({ length: copies(random) }, (_, copy) =>
        this.ask(tabs[copy % tabs.length]!, wish, view),
      ),
    );
  }

  private async ask(tab: Tab, wish: Wish, view: TableView): Promise<void> {
    await askFrom(tab, wish, view, this.options.history);
  }
}

/** Sends one copy from this tab, and writes down what its sender is told. */
export async function askFrom(
  tab: Tab,
  wish: Wish,
  { id: tableId, seq: after, viewer }: TableView,
  history: History,
): Promise<Asked['outcome']> {
  const body = wish.kind === 'act' ? { after, action: wish.action } : {};
  const answer = await tab.send(events[wish.kind], body);
  const outcome: Asked['outcome'] = !answer
    ? { kind: 'unanswered' }
    : answer.ok
      ? { kind: 'acknowledged', seq: answer.seq }
      : { kind: 'refused', code: answer.code };
  history.tell({
    ...{ tableId, after, wish, outcome },
    player: tab.client.player!,
    seat: viewer === 'spectator' ? null : viewer,
  });
  return outcome;
}

/** Somebody has asked for a rematch, and this seat waits for him. */
function isKeptFor(player: string, { phase, seats }: TableView): boolean {
  return (
    phase === 'gathering' &&
    seats.some((seat) => seat.kind === 'reserved' && seat.player?.id === player)
  );
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export async function until(holds: () => boolean, longestMs = 60_000): Promise<void> {
  const giveUp = Date.now() + longestMs;
  while (!holds()) {
    if (Date.now() > giveUp) throw new Error(`Not within ${longestMs} ms: ${String(holds)}`);
    await pause(5);
  }
}

/** Undefined when it has failed for two seconds. */
async function persist<T>(attempt: () => Promise<T>): Promise<T | undefined> {
  for (let tries = 0; tries < 20; tries++) {
    try {
      return await attempt();
    } catch {
      await pause(100);
    }
  }
  return undefined;
}
