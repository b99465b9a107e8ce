import { expect, test } from 'vitest';
import { faceOf, faces } from './faces';
import { gameNamed, games } from './games.js';
import { gamesWithHouse } from './house.js';

test('a game is found by its name', () => {
  for (const game of games) expect(gameNamed(game.name)).toBe(game);
  expect(gameNamed('tic-tac-toe')?.seats({})).toBe(2);
  expect(gameNamed('ludo')).toBeUndefined();
});

test('no two games share a name, and names fit in an address', () => {
  const names = games.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]*$/);
});

test('every game has a face, and every face a game', () => {
  expect(faces.map(({ game }) => game).sort()).toEqual(games.map(({ name }) => name).sort());
  for (const { name } of games) expect(faceOf(name)?.game).toBe(name);
});

test('every computer player has a name', () => {
  for (const { name, computers } of gamesWithHouse) {
    expect(Object.keys(faceOf(name)!.computers).sort()).toEqual(
      computers.map(({ level }) => level).sort(),
    );
  }
});

test('what people read of a game is there in every language', async () => {
  for (const { name, tagline, firstSteps, computers } of faces) {
    for (const words of [name, tagline, await firstSteps(), ...Object.values(computers)]) {
      for (const text of [words.en, words.ru, words.es]) expect(text).toMatch(/\S/);
    }
  }
});
