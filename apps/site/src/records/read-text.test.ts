import { games } from '@trellis/games/catalog/games';
import { presetConventions } from '@trellis/games/kit';
import { expect, test } from 'vitest';
import { longestRecord, readText } from './read-text';

const rules = games.find(({ notation }) => notation)!;

test('what is no record is refused with its place, and without a rule', () => {
  expect(readText(rules, '{}')).toEqual({ kind: 'damaged', at: 'format' });
  expect(readText(rules, '# only a remark\n')).toMatchObject({ kind: 'damaged', at: 'line 1' });
});

test('what is true is read, and what breaks a rule is refused with the rule', () => {
  const conventions = presetConventions(rules.conventions, rules.conventions.presets[0]!.id);
  const players = Array.from({ length: rules.seats(conventions) }, (_, seat) => `player ${seat}`);
  const end = rules.forfeit(rules.start(conventions), 1, 'left');
  const { document } = rules.notation!.write({
    conventions,
    players,
    steps: [{ kind: 'forfeited', seat: 1, reason: 'left' }],
  });
  const text = JSON.stringify(document);
  expect(readText(rules, text)).toMatchObject({ kind: 'read', game: { players } });
  const { scores } = rules.result(end)!;
  const changed = text.replace(JSON.stringify(scores), JSON.stringify(scores.map(() => 7)));
  expect(changed).not.toBe(text);
  expect(readText(rules, changed)).toEqual({
    kind: 'damaged',
    at: 'end.settlement',
    rule: '13.2',
  });
});

test('what is too long is not even read', () => {
  expect(readText(rules, ' '.repeat(longestRecord + 1))).toEqual({ kind: 'too-long' });
});
