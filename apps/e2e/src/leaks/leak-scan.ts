import { seededRandom } from '@trellis/games/kit';
import { preferans, type State } from '@trellis/games/preferans/rules';
import { ClubInside, type InsideOptions } from '../harness/club-inside.js';
import { scanFrame, type Hit } from './frame-scan.js';
import { readEverything } from './reading.js';
import { SecretSearch } from './secret-search.js';
import { someAction, someProbe } from './some-action.js';
import { aCompany, WatchedTable, type Agreed, type Company } from './watched-table.js';

export interface ScanOptions {
  readonly deals: number;
  readonly seed: number;
  /** Tables at once. */
  readonly tables?: number;
  readonly inside?: InsideOptions;
  /** Where a test plants a bug, before anybody comes. */
  readonly plant?: (club: ClubInside) => void;
  /** Called now and then in a long run. */
  readonly progress?: (deals: number) => void;
}

export interface ScanReport {
  readonly seed: number;
  readonly deals: number;
  readonly games: number;
  readonly messages: number;
  readonly bytes: number;
  readonly texts: number;
  readonly logLines: number;
  readonly vantages: readonly string[];
  readonly hits: readonly Hit[];
}

/** Everything that decides who sees what when, in turn. */
export const agreements: readonly Agreed[] = [
  { preset: 'sochi', players: 3 },
  { preset: 'leningrad', players: 4 },
  { preset: 'rostov', players: 3 },
  { preset: 'sochi', players: 4 },
  { preset: 'sochi', players: 3, openTiming: 'afterTrick1' },
  { preset: 'sochi', players: 3, raspasyTalon: 'closed', tenGame: 'checked' },
  { preset: 'rostov', players: 4, claimExposes: false },
  { preset: 'leningrad', players: 3, openTiming: 'afterTrick1', claimExposes: true },
];
const poolTarget = 6;

/**
 * Plays whole games of Preferans with somebody at every vantage and reads everything that reaches them, the
 * pages, the API, the log and the metrics for cards that they may not know.
 */
export async function scanForLeaks(options: ScanOptions): Promise<ScanReport> {
  const club = await ClubInside.start({ pages: true, metrics: true, ...options.inside });
  try {
    options.plant?.(club);
    return await new Scan(club, options).run();
  } finally {
    await club.stop();
  }
}

class Scan {
  private readonly search = new SecretSearch();
  private readonly hits: (Hit & { readonly value?: string })[] = [];
  private readonly vantages = new Set<string>();
  private readonly random: () => number;
  private readonly counts = { deals: 0, games: 0, messages: 0, bytes: 0, texts: 0, logLines: 0 };

  constructor(
    private readonly club: ClubInside,
    private readonly options: ScanOptions,
  ) {
    this.random = seededRandom(options.seed);
  }

  async run(): Promise<ScanReport> {
    const tables = Array.from({ length: this.options.tables ?? 4 }, async (_, index) => {
      const company = await aCompany(this.club, `Company ${'abcdefghijkl'[index]}`);
      for (let game = index; this.counts.deals < this.options.deals; game++)
        await this.game(company, { ...agreements[game % agreements.length]!, poolTarget });
    });
    await Promise.all(tables);
    this.readLog();
    const { seed } = this.options;
    // The hall tells of a new game before its table is asked for the game's name: random letters, which can look like a card.
    const hits = this.hits
      .filter(({ value }) => value === undefined || !WatchedTable.ids.has(value))
      .map(({ value: _value, ...hit }) => hit);
    return { seed, ...this.counts, vantages: [...this.vantages].sort(), hits };
  }

  private async game(company: Company, agreed: Agreed): Promise<void> {
    const table = await WatchedTable.set(this.club, company, agreed, this.counts.games);
    const { gameId: game } = await table.note();
    const enough = () => this.counts.deals >= this.options.deals;
    for (let dealt = 0; !enough();) {
      const { state, seq, gameId, secret } = await table.note();
      if (!state || state.end) break;
      if (state.deal && state.deal.no > dealt) {
        dealt = state.deal.no;
        this.counts.deals++;
        this.search.registerOrder(orderOf(state));
        if (secret) this.search.registerSecret(gameId!, Buffer.from(secret, 'hex'));
        this.options.progress?.(this.counts.deals);
        await table.settled();
        this.scan(table);
      }
      await this.aside(table, gameId!, company);
      const toAct = preferans.toAct(state);
      const seat = toAct[Math.floor(this.random() * toAct.length)]!;
      await table.act(seat, someAction(state, seat, this.random, 0.002), seq);
    }
    await table.settled();
    this.scan(table);
    this.readLog();
    // From the end on everybody may read it in the record.
    this.search.forgetSecret(game!);
    await table.end();
    for (const each of table.everybody) each.take();
    this.counts.games++;
  }

  /** Now and then something beside the game: a forbidden request, somebody who comes by or comes back, a reader. */
  private async aside(table: WatchedTable, gameId: string, company: Company): Promise<void> {
    const { random } = this;
    const chance = random();
    if (chance < 0.02)
      await table.probe(Math.floor(random() * table.seats.length), someProbe(random));
    else if (chance < 0.03) this.scan(table, await table.comeBy(), 'late joiner');
    else if (chance < 0.04) {
      const seat = Math.floor(random() * table.seats.length);
      this.scan(table, await table.reconnect(seat), `seat ${seat}`, seat);
    } else if (chance < 0.045)
      for (const { where, text } of await readEverything(this.club, table.tableId, gameId, company))
        this.readText(where, text);
  }

  /** Everything heard so far, or `heard` by one who is gone. */
  private scan(table: WatchedTable): void;
  private scan(table: WatchedTable, heard: string[], name: string, viewer?: number): void;
  private scan(table: WatchedTable, heard?: string[], name = '', viewer?: number): void {
    const parts = heard
      ? [{ name, viewer: viewer ?? ('spectator' as const), texts: heard }]
      : table.everybody.map((each) => ({
          ...each,
          name: each.name,
          viewer: each.viewer,
          texts: each.take(),
        }));
    // One message to several people of the same view is the same text: once read, it is known.
    const read = new Set<string>();
    for (const { name: vantage, viewer: who, texts } of parts) {
      this.vantages.add(vantage);
      for (const text of texts) {
        this.counts.messages++;
        this.counts.bytes += text.length;
        const known = `${who} ${text}`;
        if (read.has(known)) continue;
        read.add(known);
        for (const found of scanFrame(text, who, table, WatchedTable.ids))
          this.hits.push({ vantage, ...found, text: text.slice(0, 300) });
        for (const what of this.search.secretsIn(text))
          this.hits.push({ vantage, what, where: 'message', text: text.slice(0, 300) });
      }
    }
  }

  private readText(where: string, text: string): void {
    this.vantages.add(where);
    this.counts.texts++;
    this.counts.bytes += text.length;
    for (const what of this.search.find(text))
      this.hits.push({ vantage: where, what, where: 'text', text: text.slice(0, 300) });
  }

  private readLog(): void {
    const lines = this.club.logged.splice(0);
    this.counts.logLines += lines.length;
    this.readText('log', lines.join('\n'));
  }
}

/** The numbers of the cards, in the order in which they were dealt. */
function orderOf({ deal }: State): number[] {
  const suits = 'SCDH';
  const ranks = '789TJQKA';
  return (deal!.deck.match(/../g) ?? []).map(
    (card) => 8 * suits.indexOf(card[1]!) + ranks.indexOf(card[0]!),
  );
}
