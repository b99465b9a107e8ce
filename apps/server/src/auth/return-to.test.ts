import { describe, expect, test } from 'vitest';
import { localPath, returnFrom } from './return-to.js';

test.each([
  '/',
  '/halls/tic-tac-toe',
  '/tables/01HZX3_a-b',
  '/games/17?step=3&lang=ru',
  '/leaderboards?game=preferans#top',
  '/?lang=es',
  '/settings/',
  '/authors',
])('%s is a path of the club', (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  '//evil.example',
  '///evil.example',
  '////evil.example/path',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/ /evil.example',
  '/%09/evil.example',
  '/%2f%2fevil.example',
  '/%2Fevil.example',
  '%2f%2fevil.example',
  '/%5cevil.example',
  '/%255c%255cevil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/./evil',
  '/../evil',
  '/a/..//evil.example',
  '/tables//evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https://evil.example',
  'http://club.example@evil.example',
  '/@evil.example',
  '//club.example@evil.example',
  'user@evil.example',
  'evil.example',
  '.evil.example',
  '@evil.example',
  'javascript:alert(1)',
  '/javascript:alert(1)',
  'data:text/html,x',
  '/\u2215evil.example',
  '/\uff0fevil.example',
  '/\u0000',
  '/<script>',
  '/"onload=x',
  '/tables/1;url=//evil.example',
  '/?next=//evil.example',
  '/#//evil.example',
  '/auth/google',
  '/auth',
  '/AUTH/google',
  '/api/me',
  '/a'.repeat(200),
  '',
  undefined,
  null,
  7,
  ['/tables/1'],
  { toString: () => '/tables/1' },
])('A09: %j leads home', (wanted) => {
  expect(localPath(wanted)).toBe('/');
});

describe('back to the page before', () => {
  const origins = new Set(['https://club.example']);

  test.each([
    ['https://club.example/settings', '/settings'],
    ['https://club.example/games/17?step=3', '/games/17?step=3'],
    ['https://club.example/sign-in?returnTo=%2Fhalls%2Fpreferans', '/halls/preferans'],
    ['https://club.example/sign-in?error=cancelled&returnTo=%2Fsettings', '/settings'],
    ['https://club.example/', '/'],
    ['https://club.example/sign-in', '/'],
  ])('%s leads to %s', (referer, path) => {
    expect(returnFrom(referer, origins)).toBe(path);
  });

  test.each([
    undefined,
    '',
    'about:client',
    'https://evil.example/settings',
    'https://club.example.evil.example/settings',
    'http://club.example/settings',
    'https://club.example/sign-in?returnTo=https%3A%2F%2Fevil.example',
    'https://club.example/sign-in?returnTo=%2F%2Fevil.example',
    'https://club.example//evil.example',
    'https://club.example/auth/google',
  ])('%s leads home', (referer) => {
    expect(returnFrom(referer, origins)).toBe('/');
  });
});
