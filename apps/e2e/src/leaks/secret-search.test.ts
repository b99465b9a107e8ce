import { randomBytes } from 'node:crypto';
import { seededRandom, shuffle } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { SecretSearch } from './secret-search.js';

test.each([
  '{"deck":"7SKHTDAC9S"}',
  'hand: 7S KH 10D AC',
  '["7S","KH","TD","AC"]',
  String.raw`self.__next_f.push([1,"[\"7S\",\"KH\",\"TD\",\"AC\"]"])`,
  '7♠ K♥ 10♦ A♣',
])('finds cards in %s', (text) => {
  expect(new SecretSearch().find(text)).toHaveLength(1);
});

test.each([
  'won by 7S, played 6S 7S 8S',
  'class="a7S9KH_TD"',
  'GET /tables/x7SKHTDAC9S1 200',
  'Bids: 6S 6C 6D 6H 6N',
  '12, 13, 14, 15, 16, 17',
])('finds none in %s', (text) => {
  expect(new SecretSearch().find(text)).toEqual([]);
});

test('finds a part of a shuffle, however it is spaced', () => {
  const search = new SecretSearch();
  const order = shuffle(32, seededRandom(5));
  search.registerOrder(order);
  expect(search.find(`{"order":[${order.slice(9, 16).join(', ')}]}`)).toHaveLength(1);
  expect(search.find(`[${[...order].sort((a, b) => a - b).join()}]`)).toEqual([]);
});

test('finds a secret in every form, until it is revealed', () => {
  const search = new SecretSearch();
  const secret = randomBytes(32);
  search.registerSecret('of the game', secret);
  for (const form of ['hex', 'base64', 'base64url'] as const)
    expect(search.find(`{"x":"${secret.toString(form)}"}`)).toEqual(['of the game']);
  expect(search.find(secret.toString('hex').toUpperCase())).toEqual(['of the game']);
  expect(search.find(JSON.stringify(secret))).toEqual(['of the game']);
  search.forgetSecret('of the game');
  expect(search.find(secret.toString('hex'))).toEqual([]);
});
