import { describe, expect, test } from 'vitest';
import { allowedHandshake, isCrossSiteWrite, ownOrigins } from './origin.js';

const own = ownOrigins({ publicUrl: 'https://club.example', production: true });
const json = { 'content-type': 'application/json; charset=utf-8' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

const foreign = [
  'null',
  '',
  'https://evil.example',
  'http://club.example',
  'https://club.example:8443',
  'https://club.example:443',
  'https://club.example/',
  'https://club.example.evil.example',
  'https://evilclub.example',
  'https://evil-club.example',
  'https://club.example.',
  'https://www.club.example',
  'https://clubxexample',
  'https://CLUB.example',
  'https://club.example@evil.example',
  'https://club.example, https://evil.example',
  'https://evil.example, https://club.example',
  'https://сlub.example',
  'https://xn--lub-5cd.example',
  'wss://club.example',
  'file://',
  'club.example',
  'https://localhost',
];

describe.each(foreign)('W02: origin %j', (origin) => {
  test('opens no socket, with or without a session', () => {
    expect(allowedHandshake({ origin }, own, true)).toBe(false);
    expect(allowedHandshake({ origin }, own, false)).toBe(false);
  });
  test('writes nothing', () => {
    expect(isCrossSiteWrite({ origin, ...json }, own)).toBe(true);
  });
});

test('our origin opens a socket and writes', () => {
  const origin = 'https://club.example';
  expect(allowedHandshake({ origin }, own, true)).toBe(true);
  expect(isCrossSiteWrite({ origin, ...json }, own)).toBe(false);
  expect(isCrossSiteWrite({ origin, ...form }, own)).toBe(false);
  expect(isCrossSiteWrite({ origin, 'sec-fetch-site': 'same-origin', ...form }, own)).toBe(false);
});

test('W02: without an origin a socket is anonymous', () => {
  expect(allowedHandshake({}, own, false)).toBe(true);
  expect(allowedHandshake({}, own, true)).toBe(false);
  expect(allowedHandshake({ 'sec-fetch-site': 'cross-site' }, own, false)).toBe(false);
});

test('W01: what a browser says of another site counts, whatever the origin', () => {
  const origin = 'https://club.example';
  for (const site of ['cross-site', 'same-site', 'none'])
    expect(isCrossSiteWrite({ origin, 'sec-fetch-site': site, ...json }, own)).toBe(true);
});

test('W01: a program that says no origin sends JSON', () => {
  expect(isCrossSiteWrite(json, own)).toBe(false);
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])
    expect(isCrossSiteWrite({ 'content-type': type }, own)).toBe(true);
  expect(isCrossSiteWrite({}, own)).toBe(true);
});

test('a developer’s loopback host has several names, but one port and scheme', () => {
  const dev = ownOrigins({ publicUrl: 'http://localhost:3000', production: false });
  for (const origin of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])
    expect(allowedHandshake({ origin }, dev, true)).toBe(true);
  for (const origin of [
    'http://localhost:3001',
    'https://localhost:3000',
    'http://localhost',
    'http://127.0.0.2:3000',
    'http://evil.localhost:3000',
  ])
    expect(allowedHandshake({ origin }, dev, true)).toBe(false);
  const strict = ownOrigins({ publicUrl: 'http://localhost:3000', production: true });
  expect([...strict]).toEqual(['http://localhost:3000']);
});
