import { expect, test } from 'vitest';
import { mustBeFitting, sumsOf } from './feedback.js';
import { cleanReport, cleanWords, endOf, mustBeImpartial, mustBeWithinReports } from './rules.js';

const on = (...ids: string[]) => ids.map((id) => ({ on: { id } }));
const minute = 60_000;

test('one report a day of each other player, and ten in all', () => {
  mustBeWithinReports('bob', on('cyd'));
  expect(() => mustBeWithinReports('bob', on('cyd', 'bob'))).toThrow(/have reported/);
  const ten = on(...Array.from({ length: 10 }, (_, index) => `p${index}`));
  mustBeWithinReports('bob', ten.slice(1));
  expect(() => mustBeWithinReports('bob', ten)).toThrow(/At most 10/);
});

test('a report may have no words, unless nothing else says what it is about', () => {
  expect(cleanReport({ category: 'stalling', text: ' \n' })).toBe('');
  expect(() => cleanReport({ category: 'other', text: ' \n' })).toThrow(/says nothing/);
  expect(cleanReport({ category: 'other', text: ' He \r\n\n\n\nlaughed ' })).toBe('He \n\nlaughed');
  expect(() => cleanWords('reason', 'x'.repeat(501))).toThrow(/At most 500/);
});

test('a pause lasts a minute at least and ten years at most; a warning is shown for a week', () => {
  expect(endOf('chat-pause', 10, 1_000)).toBe(1_000 + 10 * minute);
  expect(endOf('warning', 10, 1_000)).toBe(1_000 + 7 * 24 * 60 * minute);
  for (const minutes of [0, -1, Number.NaN, Infinity, 5_256_001])
    expect(() => endOf('exclusion', minutes, 0)).toThrow(/ten years/);
});

test('nobody judges his own case', () => {
  mustBeImpartial('ann', ['bob', 'cyd']);
  expect(() => mustBeImpartial('ann', ['bob', 'ann'])).toThrow(/Another arbiter/);
});

test('tags go with their mark, each once', () => {
  mustBeFitting({ mark: 'positive', tags: ['friendly', 'patient'] });
  mustBeFitting({ mark: 'neutral', tags: ['friendly', 'slow'] });
  for (const tags of [['rude'], ['friendly', 'friendly']] as const)
    expect(() => mustBeFitting({ mark: 'positive', tags })).toThrow(/do not go/);
});

test('feedback is told as sums', () => {
  expect(
    sumsOf([
      { mark: 'positive', tags: ['friendly'] },
      { mark: 'neutral', tags: [] },
      { mark: 'positive', tags: ['patient', 'friendly'] },
    ]),
  ).toEqual({
    marks: { positive: 2, neutral: 1, negative: 0 },
    tags: [
      { tag: 'friendly', times: 2 },
      { tag: 'patient', times: 1 },
    ],
  });
});
