import { clientToServer } from '@trellis/wire';

/** Text that is no good, of every kind that has broken something somewhere. As JSON, so that all of it can travel. */
export const oddTexts: readonly string[] = [
  ...[`""`, `" "`, `"\\u0000"`, `"a\\u0000b"`, `"\\ud800"`, `"\\udc00x"`, `"\\ud83d"`, `"\\ufeff"`],
  ...[
    `"\\u202e\\u2066evil\\u2069"`,
    `"\\u200b\\u200d\\u2060"`,
    `"\\u0007\\u001b[31mred"`,
    `"a\\r\\nSet-Cookie: x=1"`,
  ],
  ...[`"\\u0085\\u2028\\u2029"`, `"👩‍👩‍👧‍👦🏴‍☠️"`, `"ﷺ﷽"`, `"İıſK"`, `"%s%n%x%00"`, `"\${7*7}{{7*7}}"`],
  ...[
    `"'; drop table players; --"`,
    `"../../../etc/passwd"`,
    `"<script>alert(1)</script>"`,
    `"__proto__"`,
  ],
  ...[
    `"constructor"`,
    `"toString"`,
    `"hasOwnProperty"`,
    `"spectator"`,
    `"table/x"`,
    `"hall:preferans"`,
    `"null"`,
  ],
  JSON.stringify('Z' + '\u0335\u0300\u0316'.repeat(40)),
  JSON.stringify('e' + '\u0301'.repeat(10_000)).slice(0, 8000) + '"',
  JSON.stringify('x'.repeat(2001)),
  JSON.stringify('я'.repeat(4000)),
];

const oddNumbers: readonly string[] = [
  ...[
    '1e400',
    '-1e400',
    '-0',
    '0',
    '-1',
    '1.5',
    '0.1',
    '1e308',
    '5e-324',
    '2147483648',
    '-2147483649',
  ],
  ...['9007199254740993', '18446744073709551616', '1e21', '999999'],
];

/** Objects that mean something to Prisma, to JavaScript or to a careless merge. */
const oddObjects: readonly string[] = [
  ...['{}', '[]', '[[]]', 'null', 'true', 'false', '{"":""}', '[null]', '{"length":1e9}'],
  ...[
    '{"not":"a"}',
    '{"contains":""}',
    '{"equals":null}',
    '{"in":["a","b"]}',
    '{"gt":0}',
    '{"OR":[{}]}',
  ],
  ...[
    '{"path":["$"],"equals":1}',
    '{"set":1}',
    '{"increment":1e9}',
    '{"$ne":null}',
    '{"startsWith":"%"}',
  ],
  ...['{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}'],
  ...[
    '{"prototype":{"polluted":true}}',
    '{"toString":null,"valueOf":null}',
    '{"then":"x"}',
    '{"toJSON":"x"}',
  ],
  ...['{"type":"Buffer","data":[1,2,3]}', '{"_placeholder":true,"num":0}', '{"a":1,"a":2,"a":3}'],
  `${'['.repeat(11)}${']'.repeat(11)}`,
  `${'['.repeat(13)}${']'.repeat(13)}`,
  `${'['.repeat(4000)}${']'.repeat(4000)}`,
  `${'{"a":'.repeat(1500)}1${'}'.repeat(1500)}`,
  `[${'0,'.repeat(4000)}0]`,
  `{${Array.from({ length: 500 }, (_, i) => `"k${i}":${i}`).join()}}`,
];

export const oddValues: readonly string[] = [...oddTexts, ...oddNumbers, ...oddObjects];

/** Fields that some request or some table of the database has. */
export const oddFields: readonly string[] = [
  ...[
    'player',
    'playerId',
    'userId',
    'seat',
    'role',
    'rating',
    'id',
    'seq',
    'by',
    'bannedUntil',
    'gameId',
  ],
  ...[
    'sessionsSince',
    'issuer',
    'subject',
    'firstName',
    'where',
    'data',
    'select',
    'include',
    'take',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', '\u0000', ''],
];

/** Names of events that are none. */
export const oddEvents: readonly string[] = [
  ...[
    '"nothing"',
    '"__proto__"',
    '"toString"',
    '"constructor"',
    '"error"',
    '"join"',
    '"newListener"',
    '""',
  ],
  ...[
    '17',
    '-0',
    '"connection"',
    '"disconnecting"',
    '"exception"',
    '"table:ACT"',
    '"table:act "',
    '"\\u0000"',
  ],
  ...Object.keys(clientToServer).map((event) => JSON.stringify(`${event}:x`)),
];
