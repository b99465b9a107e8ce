import { Refusal } from '@trellis/games/kit';
import { preferansConventions } from '../conventions/index.js';
import type { EndReason } from '../state.js';
import {
  DamagedRecord,
  recordFormat,
  type DealRecord,
  type GameRecord,
  type OfferRecord,
} from './record.js';

/**
 * A record as it came from a file, every field of the right kind. Whether it can be true is for
 * `replay`. Refuses `damaged-record` with the position of the first field that is not right.
 */
export function readRecord(value: unknown): GameRecord {
  const record = objectAt(value, 'the record');
  if (record['format'] !== recordFormat)
    throw new DamagedRecord('format', `must be "${recordFormat}"`);
  const players = listAt(record['players'], 'players').map((each, seat) =>
    textAt(each, `players[${seat}]`),
  );
  const { fair } = record;
  return {
    format: recordFormat,
    ...optional(record, 'id', textAt),
    ...optional(record, 'startedAt', textAt),
    ...optional(record, 'preset', textAt),
    options: optionsIn(record, players.length),
    players,
    firstDealer: wholeAt(record['firstDealer'], 'firstDealer', players.length - 1),
    ...(fair !== undefined && { fair: fairIn(objectAt(fair, 'fair')) }),
    deals: listAt(record['deals'], 'deals').map((each, at) => dealIn(each, `deals[${at}]`)),
    ...optional(record, 'end', (end) => endIn(objectAt(end, 'end'))),
  };
}

type Json = Readonly<Record<string, unknown>>;

function optionsIn(record: Json, players: number): GameRecord['options'] {
  const { options = {}, preset = 'sochi' } = record;
  const chosen = { players, ...objectAt(options, 'options') };
  if (chosen.players !== players) {
    throw new DamagedRecord('options.players', `differs from the ${players} players`);
  }
  try {
    return preferansConventions(chosen, textAt(preset, 'preset'));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof DamagedRecord) throw error;
    const field = error.details?.['field'];
    const at =
      field === 'preset' ? 'preset' : typeof field === 'string' ? `options.${field}` : 'options';
    throw new DamagedRecord(at, error.message, '15.2', error.code);
  }
}

function fairIn(fair: Json): GameRecord['fair'] {
  const contributions = objectAt(fair['contributions'], 'fair.contributions');
  return {
    commit: textAt(fair['commit'], 'fair.commit'),
    contributions: Object.fromEntries(
      Object.entries(contributions).map(([player, each]) => [
        player,
        textAt(each, `fair.contributions.${player}`),
      ]),
    ),
    ...optional(fair, 'secret', (secret) => textAt(secret, 'fair.secret')),
  };
}

function dealIn(value: unknown, path: string): DealRecord {
  const deal = objectAt(value, path);
  const field = (name: string) => `${path}.${name}`;
  const texts = (each: unknown, at: string) =>
    listAt(each, at).map((word, index) => textAt(word, `${at}[${index}]`));
  const { void: isVoid } = deal;
  return {
    no: wholeAt(deal['no'], field('no')),
    dealer: wholeAt(deal['dealer'], field('dealer'), 3),
    ...optional(deal, 'commit', (each) => textAt(each, field('commit'))),
    ...optional(deal, 'nonce', (each) => textAt(each, field('nonce'))),
    deck: textAt(deal['deck'], field('deck')),
    auction: texts(deal['auction'], field('auction')),
    ...optional(deal, 'discard', (each) => textAt(each, field('discard'))),
    ...optional(deal, 'contract', (each) => textAt(each, field('contract'))),
    ...optional(deal, 'whist', (each) => texts(each, field('whist'))),
    ...optional(deal, 'choice', (each) => choiceAt(each, field('choice'))),
    ...optional(deal, 'play', (each) => textAt(each, field('play'))),
    ...optional(deal, 'offers', (each) =>
      listAt(each, field('offers')).map((offer, at) => offerIn(offer, `${field('offers')}[${at}]`)),
    ),
    ...optional(deal, 'house', (each) => wholesAt(each, field('house'), 3)),
    ...optional(deal, 'tricks', (each) => wholesAt(each, field('tricks'), 10)),
    ...optional(deal, 'entries', (each) => entriesIn(each, field('entries'))),
    ...(isVoid === true && { void: true }),
  };
}

function offerIn(value: unknown, path: string): OfferRecord {
  const offer = objectAt(value, path);
  return {
    at: wholeAt(offer['at'], `${path}.at`, 30),
    by: wholeAt(offer['by'], `${path}.by`, 3),
    tricks: wholesAt(offer['tricks'], `${path}.tricks`, 10),
    yes: wholesAt(offer['yes'], `${path}.yes`, 3),
    ...(offer['proven'] === true && { proven: true }),
  };
}

function entriesIn(value: unknown, path: string): DealRecord['entries'] {
  const entries = objectAt(value, path);
  const numbers = (name: string) =>
    listAt(entries[name], `${path}.${name}`).map((each, at) =>
      numberAt(each, `${path}.${name}[${at}]`),
    );
  const whists = objectAt(entries['whists'], `${path}.whists`);
  return {
    pool: numbers('pool'),
    mountain: numbers('mountain'),
    whists: Object.fromEntries(
      Object.entries(whists).map(([pair, each]) => [
        pair,
        numberAt(each, `${path}.whists.${pair}`),
      ]),
    ),
  };
}

const endReasons: readonly EndReason[] = ['closed', 'deals', 'agreed', 'time', 'left'];

function endIn(end: Json): GameRecord['end'] {
  const reason = endReasons.find((each) => each === end['reason']);
  if (!reason) throw new DamagedRecord('end.reason', `must be one of ${endReasons.join(', ')}`);
  return {
    reason,
    ...optional(end, 'offender', (each) => wholeAt(each, 'end.offender', 3)),
    ...optional(end, 'absent', (each) =>
      listAt(each, 'end.absent').map((one, at) => absentIn(one, `end.absent[${at}]`)),
    ),
    exact: listAt(end['exact'], 'end.exact').map((each, at) => textAt(each, `end.exact[${at}]`)),
    settlement: listAt(end['settlement'], 'end.settlement').map((each, at) =>
      numberAt(each, `end.settlement[${at}]`),
    ),
  };
}

function absentIn(value: unknown, path: string) {
  const { seat, reason } = objectAt(value, path);
  if (reason !== 'time' && reason !== 'left')
    throw new DamagedRecord(`${path}.reason`, 'must be "time" or "left"');
  return { seat: wholeAt(seat, `${path}.seat`, 3), reason } as const;
}

/** The field read, or nothing when it is absent: null counts as absent. */
function optional<const Name extends string, Value>(
  object: Json,
  name: Name,
  read: (value: unknown, path: string) => Value,
): { readonly [Key in Name]?: Value } {
  const value = object[name];
  if (value === undefined || value === null) return {};
  return { [name]: read(value, name) } as { readonly [Key in Name]: Value };
}

function objectAt(value: unknown, path: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DamagedRecord(path, 'must be an object');
  }
  return { ...value };
}

function listAt(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new DamagedRecord(path, 'must be a list');
  return value;
}

function textAt(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new DamagedRecord(path, 'must be a text');
  return value;
}

function numberAt(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new DamagedRecord(path, 'must be a number');
  }
  return value;
}

function wholeAt(value: unknown, path: string, max = Number.MAX_SAFE_INTEGER): number {
  const number = numberAt(value, path);
  if (!Number.isSafeInteger(number) || number < 0 || number > max) {
    throw new DamagedRecord(path, `must be a whole number, at most ${max}`);
  }
  return number;
}

function wholesAt(value: unknown, path: string, max: number): number[] {
  return listAt(value, path).map((each, at) => wholeAt(each, `${path}[${at}]`, max));
}

function choiceAt(value: unknown, path: string): 'o' | 'c' {
  if (value !== 'o' && value !== 'c') throw new DamagedRecord(path, 'must be "o" or "c"');
  return value;
}
