import { seededRandom } from '@trellis/games/kit';
import { demoSignIn } from '../harness/club-client.js';
import { goodCalls, learn } from './calls.js';
import { any, garbled, mutated, type Random } from './mutated.js';
import { Neighbours } from './neighbours.js';
import { oddEvents, oddValues } from './odd-values.js';
import { calledHttp, oddHttp, send } from './raw-http.js';
import { RawSocket } from './raw-socket.js';
import { events as allEvents, goodRequests, type World } from './requests.js';
import type { Target } from './target.js';

export interface FuzzOptions {
  readonly messages: number;
  readonly seed: number;
  /** Accounts, each with a connection of its own. */
  readonly accounts?: number;
  /** Connections that write at the same time. */
  readonly lanes?: number;
  /** What is asked for; default: everything. */
  readonly events?: readonly (typeof allEvents)[number][];
  /** How often a lane asks over HTTP, from 0 to 1. */
  readonly http?: number;
  /** How long an answer may take (ms); default 10 s. */
  readonly patience?: number;
  readonly progress?: (messages: number) => void;
}

export interface FuzzReport {
  readonly seed: number;
  readonly messages: number;
  /** What became of them: codes of answers, `closed`, `counted`, and HTTP by its status. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly heapGrowthMiB: number | null;
  readonly neighbours: {
    readonly p95Before: number;
    readonly p95During: number;
    readonly moves: number;
  };
  readonly faults: readonly string[];
}

/** Throws requests at a club that are wrong in every way, and sees that it answers each and lives on. */
export async function fuzz(target: Target, options: FuzzOptions): Promise<FuzzReport> {
  const neighbours = await Neighbours.sit(target.url);
  const run = new FuzzRun(target, options);
  await run.people();
  // Everything that is loaded on demand is there before memory is measured.
  await run.throwAll(Math.min(1000, options.messages / 10));
  await new Promise((resolve) => setTimeout(resolve, 1000));
  neighbours.p95();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const p95Before = neighbours.p95();
  const heapBefore = await target.heap();
  await run.throwAll(options.messages);
  const moves = neighbours.latencies.length;
  const p95During = neighbours.p95();
  await run.goHome();
  const heapAfter = await target.heap();
  await neighbours
    .stop()
    .catch((error: unknown) => run.faults.push(`The neighbours: ${String(error)}`));
  await run.checkCounted();
  const grown = heapBefore && heapAfter ? (heapAfter - heapBefore) / 2 ** 20 : undefined;
  return {
    seed: options.seed,
    messages: run.thrown,
    outcomes: Object.fromEntries([...run.outcomes].sort()),
    heapGrowthMiB: grown === undefined ? null : Math.round(grown * 10) / 10,
    neighbours: { p95Before: round(p95Before), p95During: round(p95During), moves },
    faults: [...run.faults, ...target.faults()],
  };
}

class FuzzRun {
  readonly outcomes = new Map<string, number>();
  readonly faults: string[] = [];
  thrown = 0;
  private readonly world: World = { tables: [], players: [], reports: [], sanctions: [] };
  private readonly random: Random;
  private cookies: string[] = [];
  /** Messages that wanted no answer: the club counts them. */
  private unanswerable = 0;
  private readonly events: readonly (typeof allEvents)[number][];

  constructor(
    private readonly target: Target,
    private readonly options: FuzzOptions,
  ) {
    this.random = seededRandom(options.seed);
    this.events = options.events ?? allEvents;
  }

  async people(): Promise<void> {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    for (let index = 0; index < (this.options.accounts ?? 64); index++) {
      const name = `Fuzz ${letters[index % 26]}${letters[Math.floor(index / 26) % 26]}`;
      const { cookie, player } = await demoSignIn(this.target.url, name);
      this.cookies.push(cookie);
      this.world.players.push(player);
    }
    await this.target.makeArbiter(this.world.players[0]!);
  }

  async throwAll(messages: number): Promise<void> {
    const end = this.thrown + messages;
    const lanesAtOnce = this.options.lanes ?? 4;
    const lanes = Array.from({ length: lanesAtOnce }, async (_, lane) => {
      for (let turn = lane; this.thrown < end && this.faults.length < 20; turn += lanesAtOnce) {
        if (this.random() < (this.options.http ?? 0.15))
          for (let count = 0; count < 8; count++) await this.overHttp();
        else await this.overSocket(this.cookies[turn % (this.cookies.length + 1)]);
        this.options.progress?.(this.thrown);
      }
    });
    await Promise.all(lanes);
  }

  /** The world is left behind, so that what remains in memory is the club's own. */
  async goHome(): Promise<void> {
    for (const cookie of this.cookies) {
      const raw = await RawSocket.open(this.target.url, cookie);
      const { tables } = this.world;
      const ids = tables.flatMap((tableId) =>
        ['table:leave', 'table:cancel'].map((event) =>
          raw.ask(JSON.stringify([event, { tableId }])),
        ),
      );
      await raw.settled(ids.slice(-1));
      raw.close();
    }
    // The tables that are left end when the last connection is gone: give that its turn.
    await new Promise((resolve) => setTimeout(resolve, 500));
  }

  /** The messages that were not to be answered stand in the club's own count. */
  async checkCounted(): Promise<void> {
    const metrics = await (await fetch(this.target.metricsUrl)).text();
    const line = /trellis_requests_total\{event="noise",code="no-acknowledgement"\} (\d+)/.exec(
      metrics,
    );
    const counted = Number(line?.[1] ?? 0);
    if (counted < this.unanswerable)
      this.faults.push(
        `${this.unanswerable} messages wanted no answer; the club counted ${counted}.`,
      );
  }

  /** A connection, a few messages over it, and what became of each. */
  private async overSocket(cookie: string | undefined): Promise<void> {
    const { random } = this;
    const raw = await RawSocket.open(this.target.url, cookie);
    const asked = new Map<number, string>();
    for (let count = 0; count < 12; count++) {
      this.thrown++;
      const event = any(random, this.events);
      const good = goodRequests[event](this.world, random);
      const way = random();
      const name = way < 0.04 ? any(random, oddEvents) : JSON.stringify(event);
      const json =
        way < 0.25
          ? `[${name},${JSON.stringify(good)}]`
          : way < 0.29
            ? `[${name},${mutated(good, random)},${any(random, oddValues)}]`
            : `[${name},${mutated(good, random)}]`;
      if (json.length > 15_000) continue;
      if (way > 0.97) {
        this.unanswerable++;
        this.count('counted');
        raw.write(`42${json}`);
      } else asked.set(raw.ask(json), json);
    }
    const settled = await raw.settled([...asked.keys()], this.options.patience);
    for (const [id, json] of asked) {
      const answer = raw.answerTo(id);
      this.count(
        answer
          ? answer.ok
            ? 'ok'
            : (answer.code ?? 'no code')
          : raw.closed
            ? 'closed'
            : 'silence',
      );
      if (answer?.tableId) this.world.tables.push(answer.tableId);
      if (!answer && !raw.closed) this.faults.push(`Not answered: ${json.slice(0, 300)}`);
      if (answer?.code === 'internal') this.faults.push(`A bug: ${json.slice(0, 300)}`);
    }
    if (settled && !raw.closed && random() < 0.3) await this.noGrammar(raw);
    raw.close();
  }

  /** A frame that is none: it closes the connection, or is as if it had not been. */
  private async noGrammar(raw: RawSocket): Promise<void> {
    const { random } = this;
    this.thrown++;
    const event = any(random, this.events);
    const frame = `42["${event}",${JSON.stringify(goodRequests[event](this.world, random))}]`;
    const garbage = garbled(frame, random);
    raw.write(random() < 0.1 ? Buffer.from(garbage) : garbage);
    if (!(await raw.read())) this.faults.push(`Silence after ${garbage.slice(0, 300)}`);
    this.count(raw.closed ? 'closed' : 'counted');
  }

  private async overHttp(): Promise<void> {
    const { port, host } = new URL(this.target.url);
    this.thrown++;
    const { random, world } = this;
    // The first is an arbiter, so what arbiters may is asked by one in every third call.
    const cookie = random() < 0.3 ? this.cookies[0]! : any(random, this.cookies);
    const whole = random() < 0.5;
    const text = whole
      ? calledHttp(host, any(random, goodCalls)(world, random), random, cookie)
      : oddHttp(host, random, cookie);
    const { status, silent, text: answer } = await send(Number(port), text, { whole });
    learn(world, answer);
    this.count(status === 0 ? 'http closed' : `http ${status}`);
    if (silent || status >= 500) this.faults.push(`HTTP ${status}: ${text.slice(0, 300)}`);
    // A request that signed somebody out is not the end of the machine.
    if (/sign-out/.test(text) && status === 200) await this.renew(text);
  }

  private async renew(text: string): Promise<void> {
    const at = this.cookies.findIndex((cookie) => text.includes(cookie));
    if (at < 0) return;
    const letters = [...String(this.thrown)].map((digit) => 'abcdefghij'[Number(digit)]);
    this.cookies[at] = (await demoSignIn(this.target.url, `Fuzz again ${letters.join('')}`)).cookie;
  }

  private count(outcome: string): void {
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }
}

const round = (ms: number) => Math.round(ms * 100) / 100;
