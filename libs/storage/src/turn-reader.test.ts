import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TurnReader, type Turn } from './turn-reader.js';

function message(type: string, length = 0): Buffer {
  const bytes = Buffer.alloc(5 + length, 'x');
  bytes.write(type, 0);
  bytes.writeInt32BE(4 + length, 1);
  return bytes;
}

function opening(code: number, length = 8): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeInt32BE(length, 0);
  bytes.writeInt32BE(code, 4);
  return bytes;
}

const encryption = opening(80877103);
const startup = opening(196608, 20);
const query = message('Q', 30);
const prepared = Buffer.concat(['P', 'B', 'D', 'E', 'S'].map((type) => message(type, 9)));

test('a connection is cut into turns, however its bytes arrive', () => {
  const whole = Buffer.concat([encryption, startup, prepared, query, prepared, message('X')]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: whole.length - 1 })), (cuts) => {
      const reader = new TurnReader();
      const turns: Turn[] = [];
      const ends = [...new Set(cuts), whole.length].sort((a, b) => a - b);
      ends.forEach((end, index) => {
        turns.push(...reader.push(whole.subarray(ends[index - 1] ?? 0, end)));
      });
      expect(turns).toEqual([
        { kind: 'encryption' },
        { kind: 'startup', bytes: startup },
        { kind: 'messages', bytes: prepared },
        { kind: 'messages', bytes: query },
        { kind: 'messages', bytes: prepared },
        { kind: 'goodbye' },
      ]);
    }),
  );
});

test('nothing is read after the goodbye, nor after the wish to cancel', () => {
  const reader = new TurnReader();
  reader.push(startup);
  expect(reader.push(Buffer.concat([message('X'), query]))).toEqual([{ kind: 'goodbye' }]);
  expect(reader.push(query)).toEqual([]);
  expect(new TurnReader().push(Buffer.concat([opening(80877102, 16), query]))).toEqual([
    { kind: 'cancel' },
  ]);
});
