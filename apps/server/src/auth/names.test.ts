import { expect, test } from 'vitest';
import { demoIdentity, identityOf } from './names.js';

test.each([
  ['Anna Karenina', 'Anna', 'Karenina', 'anna karenina'],
  ['Anna', 'Anna', '', 'anna'],
  ['  Jean  Luc   Picard ', 'Jean', 'Luc Picard', 'jean luc picard'],
  ['Зоя Ёлкина', 'Зоя', 'Ёлкина', 'зоя ёлкина'],
  ['Jose\u0301 A', 'José', 'A', 'josé a'],
  ['李 小龙', '李', '小龙', '李 小龙'],
])('demo name %j', (typed, firstName, lastName, subject) => {
  expect(demoIdentity(typed)).toEqual({ issuer: 'demo', firstName, lastName, subject });
});

test('a provider’s name is cleaned, never refused', () => {
  const names = (said: Parameters<typeof identityOf>[2]) => {
    const { firstName, lastName } = identityOf('https://login.example', '1', said);
    return [firstName, lastName];
  };
  expect(names({ first: 'Anna', last: 'Karenina', whole: 'x' })).toEqual(['Anna', 'Karenina']);
  expect(names({ last: 'Karenina' })).toEqual(['Karenina', '']);
  expect(names({ whole: 'Anna K. Karenina' })).toEqual(['Anna', 'K. Karenina']);
  expect(names({ first: 'An\u202ena\0', last: 'K\n' })).toEqual(['An na', 'K']);
  expect(names({ first: 'a'.repeat(100) })).toEqual(['a'.repeat(60), '']);
  expect(names({ first: '\u200b', whole: ' ' })).toEqual(['Player', '']);
});

test('what nobody sees is no name, and accents do not pile up', () => {
  const { firstName } = identityOf('https://login.example', '1', { first: '\u2800\u3164' });
  expect(firstName).toBe('Player');
  expect(() => demoIdentity('\u3164 \u115f')).toThrow('Write a name');
  const zalgo = `Z${'\u0335'.repeat(50)}oe`;
  expect(demoIdentity(zalgo).firstName).toBe(`Z${'\u0335'.repeat(4)}oe`);
  expect(identityOf('https://login.example', '1', { first: zalgo }).firstName).toHaveLength(7);
});

test('A10: an account without a subject is nobody', () => {
  expect(() => identityOf('https://login.example', '', { first: 'Anna' })).toThrow();
  expect(() => identityOf('https://login.example', 'x'.repeat(256), {})).toThrow();
});
