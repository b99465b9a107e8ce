import { describe, expect, test } from 'vitest';
import { commonConventions, tableGroup } from './common-conventions.js';
import type { ConventionField, ConventionSchema } from './conventions.js';
import { Refusal } from './refusal.js';
import { presetConventions, presetOf, resolveConventions } from './resolve-conventions.js';

const words = (en: string) => ({ en, ru: en, es: en });
const described = (id: string) => ({ id, group: 'table', label: words(id), help: words(id) });

const schema: ConventionSchema = {
  groups: [tableGroup],
  fields: [
    ...commonConventions({ moveTimeSec: 60 }),
    { ...described('pool'), type: 'integer', default: 10, min: 1, max: 99 },
    {
      ...described('style'),
      type: 'choice',
      default: 'sochi',
      choices: ['sochi', 'rostov'].map((value) => ({ value, label: words(value) })),
    },
    {
      ...described('steps'),
      type: 'integers',
      default: [1, 2, 3],
      min: 1,
      max: 9,
      maxLength: 4,
      choices: [{ value: [1, 2, 3], label: words('1-2-3') }],
    },
  ],
  presets: [
    { id: 'usual', label: words('Usual'), values: {} },
    { id: 'long', label: words('Long'), values: { pool: 40, steps: [1, 1] } },
  ],
  conflicts: ({ style, pool }) =>
    style === 'rostov' && Number(pool) > 50
      ? [{ fields: ['style', 'pool'], message: words('Too long.') }]
      : [],
};

test('nothing chosen: the first preset, every field with a value', () => {
  expect(resolveConventions(schema)).toEqual({
    moveTimeSec: 60,
    timeBankSec: 0,
    rated: true,
    ratedWithHouse: false,
    pool: 10,
    style: 'sochi',
    steps: [1, 2, 3],
  });
});

test('what was chosen goes over the preset that was chosen', () => {
  expect(resolveConventions(schema, { style: 'rostov' }, 'long')).toMatchObject({
    pool: 40,
    steps: [1, 1],
    style: 'rostov',
  });
});

test('the preset that equals some conventions is found, whatever was typed to get there', () => {
  expect(presetOf(schema, resolveConventions(schema, { pool: 40, steps: [1, 1] }))).toBe('long');
  expect(presetOf(schema, resolveConventions(schema, { pool: 41 }))).toBeUndefined();
  expect(presetOf(schema, presetConventions(schema, 'usual'))).toBe('usual');
});

describe('refused as bad-convention, naming the field:', () => {
  test.each([
    ['a field nobody knows', { colour: 'red' }, 'colour'],
    ['a name every object has', { constructor: 1 }, 'constructor'],
    ['a number below its bounds', { pool: 0 }, 'pool'],
    ['a number above its bounds', { pool: 100 }, 'pool'],
    ['a fraction', { pool: 1.5 }, 'pool'],
    ['a number as text', { pool: '10' }, 'pool'],
    ['null', { pool: null }, 'pool'],
    ['no number', { pool: NaN }, 'pool'],
    ['something else than yes or no', { rated: 1 }, 'rated'],
    ['a choice that is not offered', { style: 'leningrad' }, 'style'],
    ['an empty list', { steps: [] }, 'steps'],
    ['a list that is too long', { steps: [1, 1, 1, 1, 1] }, 'steps'],
    ['a list with something out of bounds', { steps: [1, 10] }, 'steps'],
    ['a number in place of a list', { steps: 1 }, 'steps'],
  ])('%s', (_what, chosen: Record<string, unknown>, field) => {
    expect(refusal(() => resolveConventions(schema, chosen))).toMatchObject({
      code: 'bad-convention',
      details: { field },
    });
  });

  test('a preset nobody knows', () => {
    expect(refusal(() => resolveConventions(schema, {}, 'odd'))).toMatchObject({
      code: 'bad-convention',
      details: { field: 'preset' },
    });
  });
});

test('what does not go together is refused with both fields and the reason', () => {
  expect(refusal(() => resolveConventions(schema, { style: 'rostov', pool: 60 }))).toMatchObject({
    code: 'conflicting-conventions',
    message: 'Too long.',
    details: { fields: ['style', 'pool'], message: words('Too long.') },
  });
});

test('another list than the usual ones is legal within the bounds', () => {
  expect(resolveConventions(schema, { steps: [9, 1, 9] }).steps).toEqual([9, 1, 9]);
});

test('every common convention has words in all languages', () => {
  for (const field of commonConventions() as ConventionField[]) {
    for (const text of [...Object.values(field.label), ...Object.values(field.help)]) {
      expect(text).toMatch(/\S/);
    }
  }
});

function refusal(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return error;
  }
  return 'not refused';
}
