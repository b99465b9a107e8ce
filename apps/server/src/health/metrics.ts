import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { LostBy } from '@trellis/tables';
import type { HttpWitness } from '../http/requests.js';

const prefix = 'trellis_';

/** What the operator may watch. Labels have few values: event names and codes, never players or tables. */
export class Metrics implements HttpWitness {
  readonly registry = new Registry();
  private readonly requests = this.counter('requests_total', 'Socket requests by their answer.', [
    'event',
    'code',
  ]);
  private readonly http = this.histogram('http_seconds', 'HTTP answers.', ['method', 'status']);
  private readonly appends = this.counter('journal_entries_total', 'Entries made durable.', []);
  private readonly appending = this.histogram('journal_append_seconds', 'Time of one append.', []);

  private readonly losses = this.counter(
    'tables_lost_total',
    'Tables that this process had to give up: the journal refused its entry, for another one had written first, or the directory the table.',
    ['by'],
  );

  private readonly facts = this.counter('facts_total', 'What became true of the club.', ['kind']);

  constructor() {
    // Among them is the lag of the event loop.
    collectDefaultMetrics({ register: this.registry, prefix });
  }

  /** A socket request was answered: `ok`, or the code of its refusal. */
  requestAnswered(event: string, code: string): void {
    this.requests.inc({ event, code });
  }

  httpAnswered(method: string, status: number, seconds: number): void {
    this.http.observe({ method, status: `${Math.floor(status / 100)}xx` }, seconds);
  }

  journalAppended(entries: number, seconds: number): void {
    this.appends.inc(entries);
    this.appending.observe(seconds);
  }

  tableLost(by: LostBy): void {
    this.losses.inc({ by });
  }

  factHeard(kind: string): void {
    this.facts.inc({ kind });
  }

  /** Has `read` asked whenever somebody looks: for how many there are of something now. */
  watch(name: string, help: string, read: () => number): void {
    new Gauge({
      name: prefix + name,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }

  private counter<Label extends string>(name: string, help: string, labelNames: Label[]) {
    return new Counter({ name: prefix + name, help, labelNames, registers: [this.registry] });
  }

  private histogram<Label extends string>(name: string, help: string, labelNames: Label[]) {
    const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
    const registers = [this.registry];
    return new Histogram({ name: prefix + name, help, labelNames, buckets, registers });
  }
}
