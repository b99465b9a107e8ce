import { UnkeptGames } from '@trellis/storage';
import { expect, test } from 'vitest';
import { anEnding } from './endings.js';

test('the last few games can be looked at; none is rated, and the journal keeps the end', async () => {
  const games = new UnkeptGames((id) => ({ id, name: 'Guest' }), 2);
  for (const id of ['one', 'two', 'three']) {
    const { record } = await games.results.finish(anEnding(id, ['ann', 'bob'], { seq: 1 }));
    expect(record).toMatchObject({ id, rated: false });
  }
  expect(games.record('one')).toBeUndefined();
  expect(games.record('two')?.seats[0]?.player).toEqual({ id: 'ann', name: 'Guest' });
  const left = await games.journal.read('table-of-three');
  expect(left.map(({ kind }) => kind)).toEqual(['finished']);
});
