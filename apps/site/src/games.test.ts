import { expect, test } from 'vitest';
import { computerNames } from './games';

test('computers of one level are numbered, others keep their name', () => {
  const named = (...levels: (string | undefined)[]) => computerNames('preferans', levels, 'en');
  expect(named(undefined, 'easy', 'strong')).toEqual([undefined, 'Easy', 'Strong']);
  expect(named('easy', undefined, 'easy', 'strong')).toEqual([
    'Easy 1',
    undefined,
    'Easy 2',
    'Strong',
  ]);
});
