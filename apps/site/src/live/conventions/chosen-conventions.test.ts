import { commonConventions, tableGroup, type ConventionSchema } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import {
  differences,
  differing,
  explained,
  fromPreset,
  remember,
  remembered,
} from './chosen-conventions';
import { pace, valueWords } from './value-words';

const words = (text: string) => ({ en: text, ru: text, es: text });
const schema: ConventionSchema = {
  groups: [tableGroup],
  fields: commonConventions(),
  presets: [
    { id: 'standard', label: words('Standard'), values: {} },
    { id: 'quick', label: words('Quick'), values: { moveTimeSec: 15, timeBankSec: 60 } },
  ],
};

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

test('the dialog begins with the first preset, which differs from itself in nothing', () => {
  const chosen = fromPreset(schema);
  expect(chosen.preset).toBe('standard');
  expect(differing(schema, chosen)).toEqual([]);
  expect(differences(schema, chosen)).toEqual({});
});

test('what differs from the preset is named, and only that is sent', () => {
  const chosen = fromPreset(schema, 'quick');
  const changed = { ...chosen, values: { ...chosen.values, rated: false } };
  expect(differing(schema, changed).map(({ id }) => id)).toEqual(['rated']);
  expect(differences(schema, changed)).toEqual({ rated: false });
});

test('a full set is told by the preset that explains most of it', () => {
  const near = { moveTimeSec: 20, timeBankSec: 60, rated: true };
  expect(explained(schema, near).preset).toBe('quick');
  expect(explained(schema, fromPreset(schema, 'quick').values).preset).toBe('quick');
});

test('the last own set comes back', () => {
  const kept = storage();
  const chosen = { ...fromPreset(schema, 'quick') };
  const own = { ...chosen, values: { ...chosen.values, moveTimeSec: 20 } };
  remember('some-game', schema, own, kept);
  expect(remembered('some-game', schema, kept)).toEqual(own);
  expect(remembered('another-game', schema, kept)).toBeUndefined();
});

test.each([
  '',
  'null',
  '{',
  '{"preset":"gone","conventions":{}}',
  '{"preset":"quick","conventions":{"moveTimeSec":-1}}',
])('what was kept as %j is forgotten', (text) => {
  const kept = storage();
  kept.setItem('trellis.conventions.some-game', text);
  expect(remembered('some-game', schema, kept)).toBeUndefined();
});

test('values read as people say them', () => {
  const yesNo = { yes: 'да', no: 'нет' };
  const [move, , rated] = schema.fields;
  expect(valueWords(move!, 90, 'ru', yesNo)).toBe('1:30');
  expect(valueWords(rated!, false, 'ru', yesNo)).toBe('нет');
  expect(pace({ moveTimeSec: 60, timeBankSec: 0 })).toBe('1:00');
  expect(pace({ moveTimeSec: 60, timeBankSec: 600 })).toBe('1:00 + 10:00');
});
