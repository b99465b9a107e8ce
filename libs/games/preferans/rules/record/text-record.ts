import { conventionSchema } from '../conventions/index.js';
import { DamagedRecord, recordFormat, type DealRecord, type GameRecord } from './record.js';
import { readRecord } from './read-record.js';

/** Rule 17.2: one deal as one line, `no dealer deck | auction | discard contract | whist choice | play | tricks`. */
export function textLine(deal: DealRecord): string {
  const { no, dealer, deck, auction, discard, contract, whist = [], choice, play, tricks } = deal;
  const parts = [
    [no, dealer, deck],
    auction,
    [discard, contract],
    [...whist, choice],
    [play],
    [deal.void ? 'void' : tricks?.join('-')],
  ];
  return parts
    .map((words) => words.filter((word) => word !== undefined).join(' '))
    .join(' | ')
    .trim();
}

/** A head line with the options that differ from the preset, then a line for each deal. */
export function textRecord(record: GameRecord): string {
  const preset = record.preset ?? 'sochi';
  const options = Object.entries(record.options).map(([id, value]) => `${id}=${String(value)}`);
  const head = [recordFormat, preset, `firstDealer=${record.firstDealer}`, ...options].join(' ');
  return `${[head, ...record.deals.map(textLine)].join('\n')}\n`;
}

export interface TextRecord {
  readonly record: GameRecord;
  /** The number of the line, from 1, that each deal stands on. */
  readonly lines: readonly number[];
}

/**
 * Reads deals of one line each. Empty lines and lines beginning with # are skipped. A head line
 * names preset and options; without one the deals are Sochi, and the tricks tell how many play.
 * Refuses `damaged-record` with the number of the line.
 */
export function readTextRecord(text: string): TextRecord {
  const lines = text
    .split(/\r?\n/)
    .map((line, at) => ({ line: line.trim(), number: at + 1 }))
    .filter(({ line }) => line !== '' && !line.startsWith('#'));
  const headed = lines[0]?.line.startsWith(recordFormat) ? lines.shift() : undefined;
  const deals = lines.map(({ line, number }) => readLine(line, number));
  if (deals.length === 0) throw new DamagedRecord('line 1', 'there is no deal');
  const head = headed ? readHead(headed.line, headed.number) : { preset: 'sochi', options: {} };
  const widths = deals.map(({ tricks }) => tricks?.length ?? 0);
  const players = Number(head.options['players'] ?? Math.max(3, ...widths));
  const { firstDealer = deals[0]!.dealer, ...options } = head.options;
  const record = readRecord({
    format: recordFormat,
    preset: head.preset,
    options: { ...options, players },
    players: Array.from({ length: players === 4 ? 4 : 3 }, (_, seat) => `seat ${seat}`),
    firstDealer,
    deals,
  });
  return { record, lines: lines.map(({ number }) => number) };
}

function readHead(line: string, number: number) {
  const [, preset = 'sochi', ...pairs] = line.split(/\s+/);
  const options: Record<string, unknown> = {};
  for (const pair of pairs) {
    const [, id, value] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
    if (id === undefined)
      throw new DamagedRecord(`line ${number}`, `"${pair}" must be option=value`);
    options[id] = readValue(id, value!);
  }
  return { preset, options };
}

/** The schema says whether a value is a word, a number, a list or a yes. */
function readValue(id: string, text: string): unknown {
  const field = conventionSchema.fields.find((each) => each.id === id);
  if (field?.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (field?.type === 'integers') return text.split(',').map(Number);
  const isNumber = field?.type === 'choice' ? typeof field.default === 'number' : true;
  return isNumber && /^\d+$/.test(text) ? Number(text) : text;
}

function readLine(line: string, number: number): DealRecord {
  const where = `line ${number}`;
  const parts = line.split('|').map((part) => part.trim());
  if (parts.length !== 6) throw new DamagedRecord(where, 'must have six parts between five bars');
  const words = parts.map((part) => (part === '' ? [] : part.split(/\s+/)));
  const [head, auction, contract, whist, play, tricks] = words as [
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
  ];
  const [no, dealer, deck, ...more] = head;
  if (deck === undefined || more.length > 0 || !/^\d{1,6}$/.test(no!) || !/^[0-3]$/.test(dealer!)) {
    throw new DamagedRecord(where, 'must begin with number, dealer and deck');
  }
  if (contract.length > 2 || play.length > 1 || tricks.length > 1) {
    throw new DamagedRecord(where, 'has too many words between two bars');
  }
  const last = whist.at(-1);
  const choice = last === 'o' || last === 'c' ? last : undefined;
  const [taken] = tricks;
  if (taken !== undefined && taken !== 'void' && !/^\d{1,2}(-\d{1,2}){2,3}$/.test(taken)) {
    throw new DamagedRecord(where, `"${taken}" must be tricks like 6-3-1`);
  }
  return {
    no: Number(no),
    dealer: Number(dealer),
    deck,
    auction,
    ...(contract.length === 2 && { discard: contract[0]! }),
    ...(contract.length > 0 && { contract: contract.at(-1)! }),
    ...(whist.length > 0 && { whist: choice ? whist.slice(0, -1) : whist }),
    ...(choice && { choice }),
    ...(play[0] !== undefined && { play: play[0] }),
    ...(taken === 'void' && { void: true }),
    ...(taken !== undefined && taken !== 'void' && { tricks: taken.split('-').map(Number) }),
  };
}
