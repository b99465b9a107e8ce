import { presetOf, Refusal } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { conventionSchema, preferansConventions } from './conventions/index.js';
import { aTable } from './testing/a-table.js';

test('15.1: every option has a default that it accepts, and words in three languages', () => {
  expect(conventionSchema.fields.length).toBeGreaterThan(45);
  for (const { id, label, help } of conventionSchema.fields) {
    for (const words of [label, help]) {
      expect(
        [id, words.en.trim(), words.ru.trim(), words.es.trim()].every((text) => text !== ''),
      ).toBe(true);
    }
    expect(label.ru).toMatch(/[а-яё]/i);
  }
  for (const { id } of conventionSchema.presets) expect(preferansConventions({}, id)).toBeDefined();
});

test('15.1: an option that is unknown or out of its bounds is refused', () => {
  for (const bad of [
    { poolTarget: 3 },
    { poolTarget: 201 },
    { poolTarget: 20.5 },
    { help: 'yes' },
    { bombs: true },
    { exitLadder: [9] },
    { exitLadder: [] },
    { raspasyProgression: '1,2,3' },
  ]) {
    expect(() => preferansConventions(bad)).toThrow(Refusal);
  }
  expect(preferansConventions({ raspasyProgression: [1, 1, 2, 5] }).raspasyProgression).toEqual([
    1, 1, 2, 5,
  ]);
});

test('15.1: a table keeps the full set', () => {
  const { conventions } = aTable({ options: { hold: 'never' }, preset: 'rostov' }).state;
  expect(Object.keys(conventions).sort()).toEqual(
    conventionSchema.fields.map(({ id }) => id).sort(),
  );
  expect(conventions).toMatchObject({ hold: 'never', consolation: 'flat10' });
});

test.each([
  [{ raspasyTalon: 'dealer' }, 'sochi', ['raspasyTalon', 'players']],
  [{ poolEnd: 'sum' }, 'sochi', ['help', 'poolEnd']],
  [{ help: 'american' }, 'leningrad', ['help', 'poolEnd']],
  [{ poolValue: 20 }, 'sochi', ['help', 'poolValue']],
  [{ dutyLow: 'equal' }, 'rostov', ['dutyLow', 'whistDuty']],
  [{ dutyHigh: 'split' }, 'rostov', ['dutyHigh', 'whistDuty']],
  [{ raspasyTalon: 'auto', players: 4 }, 'rostov', ['raspasyScore', 'raspasyTalon']],
  [{ raspasyTalon: 'dealer', players: 4 }, 'rostov', ['raspasyScore', 'raspasyTalon']],
])('15.2: %j does not go together in %s, and both options are named', (options, preset, fields) => {
  let refusal: unknown;
  try {
    preferansConventions(options, preset);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toBeInstanceOf(Refusal);
  const { code, message, details } = refusal as Refusal;
  expect([code, details?.['fields']]).toEqual(['conflicting-conventions', fields]);
  for (const field of fields) expect(message).toContain(field);
});

test('15.2: what goes together is accepted', () => {
  for (const [options, preset] of [
    [{ raspasyTalon: 'dealer', players: 4 }, 'sochi'],
    [{ dutyLow: 'equal', dutyHigh: 'split' }, 'leningrad'],
    [{ raspasyTalon: 'suit', players: 4 }, 'rostov'],
    [{ raspasyTalon: 'auto' }, 'rostov'],
    [{ poolEnd: 'sum', help: 'none', poolValue: 20 }, 'sochi'],
  ] as const) {
    expect(preferansConventions(options, preset)).toMatchObject(options);
  }
});

test('15.3: a preset is recognised as long as every value equals it', () => {
  for (const { id } of conventionSchema.presets) {
    expect(presetOf(conventionSchema, preferansConventions({}, id))).toBe(id);
  }
  expect(presetOf(conventionSchema, preferansConventions({ concede: 0 }))).toBeUndefined();
  expect(preferansConventions({ ...preferansConventions({}, 'rostov') })).toEqual(
    preferansConventions({}, 'rostov'),
  );
});
