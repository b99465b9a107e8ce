import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { personalTables } from './personal-tables.js';

const schema = readFileSync(new URL('../../../prisma/schema.prisma', import.meta.url), 'utf8');
const models = [...schema.matchAll(/^model \w+ \{$(.*?)^\}$/gms)].map(([, body = '']) => ({
  table: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? 'without a name',
  namesPlayers: /^\s+\w+\s+Player\??\s/m.test(body),
}));

test('every table of the schema says what of it is a person’s', () => {
  expect(models.length).toBeGreaterThan(15);
  expect(Object.keys(personalTables).sort()).toEqual(models.map(({ table }) => table).sort());
});

test('a table that refers to players gives each of them what is his', () => {
  const withheld = models.filter(
    ({ table, namesPlayers }) => namesPlayers && !('where' in personalTables[table]!),
  );
  expect(withheld.map(({ table }) => table)).toEqual([]);
});
