import { Refusal, type Seat } from '@trellis/games/kit';
import { isCard, type Card } from '../cards.js';
import type { ScoreSheet } from '../score-sheet.js';

/** Reads one object of a question field by field; refuses `bad-request`, naming the field. */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(
    value: unknown,
    private readonly path = '',
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw bad(path || 'the question', 'must be an object');
    }
    this.#values = { ...value };
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  entries(): Readonly<Record<string, unknown>> {
    return this.#values;
  }

  raw(name: string): unknown {
    return this.#values[name];
  }

  fail(name: string, why: string): never {
    throw bad(this.at(name), why);
  }

  object(name: string): Fields {
    return new Fields(this.#values[name], this.at(name));
  }

  objects(name: string): Fields[] {
    return this.list(name).map((each, at) => new Fields(each, `${this.at(name)}[${at}]`));
  }

  list(name: string): readonly unknown[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value : this.fail(name, 'must be a list');
  }

  text(name: string): string {
    const value = this.#values[name];
    return typeof value === 'string' ? value : this.fail(name, 'must be a text');
  }

  /** A whole number, at least `min` and below `limit`. */
  whole(name: string, min = 0, limit = 1_000_000): number {
    const value = this.#values[name];
    return isWhole(value, min, limit)
      ? value
      : this.fail(name, `must be a whole number from ${min} to ${limit - 1}`);
  }

  seat(name: string, players: number): Seat {
    const value = this.#values[name];
    return isWhole(value, 0, players)
      ? value
      : this.fail(name, `must be a seat, 0 to ${players - 1}`);
  }

  /** One of the words, or a refusal that lists them. */
  oneOf<const Word extends string>(name: string, words: readonly Word[]): Word {
    const value = this.#values[name];
    return (
      words.find((word) => word === value) ?? this.fail(name, `must be one of ${words.join(', ')}`)
    );
  }

  is<Value>(name: string, test: (value: unknown) => value is Value, what: string): Value {
    const value = this.#values[name];
    return test(value) ? value : this.fail(name, `must be ${what}`);
  }

  /** Different cards, as a list or written one after the other. */
  cards(name: string): Card[] {
    const value = this.#values[name];
    const list: unknown = typeof value === 'string' ? (value.match(/.{1,2}/gs) ?? []) : value;
    if (!Array.isArray(list) || !list.every(isCard))
      return this.fail(name, 'must be cards like "AS", "TH"');
    return new Set(list).size === list.length ? list : this.fail(name, 'holds a card twice');
  }

  /** [[seat, word], …] */
  said<Word>(
    name: string,
    players: number,
    isWord: (value: unknown) => value is Word,
    words: string,
  ): (readonly [Seat, Word])[] {
    return this.list(name).map((each, at) => {
      if (Array.isArray(each) && each.length === 2) {
        const [seat, word]: readonly unknown[] = each;
        if (isWhole(seat, 0, players) && isWord(word)) return [seat, word];
      }
      const why = `must be [seat, word]: a seat, 0 to ${players - 1}, and ${words}`;
      throw bad(`${this.at(name)}[${at}]`, why);
    });
  }

  /** Pool, mountain and whists of `players`; whists as {"1>0": 8} or as rows. */
  sheet(name: string, players: number): ScoreSheet {
    const sheet = this.object(name);
    return {
      pool: sheet.amounts('pool', players, 0),
      // Help may leave a mountain below zero (section 10).
      mountain: sheet.amounts('mountain', players, 1 - mostPoints),
      whists: sheet.whists(players),
    };
  }

  /** One whole number a seat, from `least` to `most`. */
  amounts(name: string, players: number, least: number, most = mostPoints - 1): number[] {
    const list = this.list(name);
    const fits = list.length === players && list.every((each) => isWhole(each, least, most + 1));
    const range = `from ${least} to ${most}`;
    return fits ? list.map(Number) : this.fail(name, `must be ${players} whole numbers ${range}`);
  }

  private whists(players: number): number[][] {
    const value = this.#values['whists'];
    const rows = Array.from({ length: players }, () => Array<number>(players).fill(0));
    if (value === undefined) return rows;
    if (Array.isArray(value)) {
      const fits = value.length === players && value.every((row) => isRowOfWhists(row, players));
      const why = `must be ${players} rows of ${players} amounts, ${whistRange}`;
      return fits ? value.map((row) => [...row]) : this.fail('whists', why);
    }
    const pairs = Object.entries(this.object('whists').#values);
    for (const [pair, amount] of pairs) {
      const [, seat, on] = /^([0-3])>([0-3])$/.exec(pair) ?? [];
      const known = seat !== on && Number(seat) < players && Number(on) < players;
      if (!known) return this.fail('whists', `"${pair.slice(0, 20)}" must be a pair like "1>0"`);
      if (!isWhists(amount)) return this.fail(`whists["${pair}"]`, `must be ${whistRange}`);
      rows[Number(seat)]![Number(on)] = amount;
    }
    return rows;
  }

  private at(name: string): string {
    return this.path ? `${this.path}.${name}` : name;
  }
}

/** More than any sheet holds, and few enough to add up exactly. */
const mostPoints = 1e9;
const whistRange = `whole or half, from 0 to ${mostPoints / 2}`;

/** What is refused is refused of this part of the question: its name goes before the sentence. */
export function within<Result>(part: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal) || error.message.startsWith(part)) throw error;
    throw new Refusal(error.code, `${part}: ${error.message}`, { ...error.details, field: part });
  }
}

export const bad = (field: string, why: string) =>
  new Refusal('bad-request', `${field}: ${why}.`, { field });

const isWhole = (value: unknown, min: number, limit: number): value is number =>
  Number.isSafeInteger(value) &&
  !Object.is(value, -0) &&
  Number(value) >= min &&
  Number(value) < limit;

/** Half whists exist: see rule 9.5.3. */
const isWhists = (value: unknown): value is number =>
  typeof value === 'number' && isWhole(2 * value, 0, mostPoints + 1);

const isRowOfWhists = (row: unknown, players: number): row is number[] =>
  Array.isArray(row) && row.length === players && row.every(isWhists);
