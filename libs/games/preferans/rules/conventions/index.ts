import {
  commonConventions,
  resolveConventions,
  tableGroup,
  type ConventionField,
  type Conventions,
  type ConventionSchema,
} from '@trellis/games/kit';
import { auctionFields } from './auction-fields.js';
import { conflicts } from './conflicts.js';
import { w } from './field.js';
import { otherFields } from './other-fields.js';
import { poolFields } from './pool-fields.js';
import { presets } from './presets.js';
import { raspasyFields } from './raspasy-fields.js';
import { whistFields } from './whist-fields.js';

const ownFields = [
  ...poolFields,
  ...auctionFields,
  ...whistFields,
  ...raspasyFields,
  ...otherFields,
] as const;

/** Rule 15.1: every option of the game. The dialog, the rules page and the record are made from it. */
export const conventionSchema: ConventionSchema = {
  groups: [
    { id: 'pool', label: w('Pool', 'Пуля', 'Pozo') },
    { id: 'auction', label: w('Auction', 'Торговля', 'Subasta') },
    { id: 'whist', label: w('Whist', 'Вист', 'Vista') },
    { id: 'raspasy', label: w('Raspasy', 'Распасы', 'Raspasy') },
    { id: 'other', label: w('Other', 'Прочее', 'Otros') },
    tableGroup,
  ],
  fields: [...ownFields, ...commonConventions({ moveTimeSec: 300, timeBankSec: 0, absence: true })],
  presets,
  conflicts,
};

type OwnField = (typeof ownFields)[number];

type ValueOf<Field extends ConventionField> = Field extends { type: 'boolean' }
  ? boolean
  : Field extends { type: 'choice'; choices: readonly { value: infer Value }[] }
    ? Value
    : Field extends { type: 'integer' }
      ? number
      : readonly number[];

/** The resolved options with their types, which follow the schema. */
export type PreferansConventions = {
  readonly [Field in OwnField as Field['id']]: ValueOf<Field>;
} & Conventions;

/**
 * Presets with changes, checked against the schema; refuses what the schema does not allow. `halfWhist`
 * may come as a number: 6 and 67 look like ones.
 */
export function preferansConventions(
  chosen: Readonly<Record<string, unknown>> = {},
  preset = 'sochi',
): PreferansConventions {
  const { halfWhist } = chosen;
  const read = typeof halfWhist === 'number' ? { ...chosen, halfWhist: String(halfWhist) } : chosen;
  return typed(resolveConventions(conventionSchema, read, preset));
}

/** What `resolveConventions` returned for this schema has these types. */
export const typed = (conventions: Conventions) => conventions as PreferansConventions;
