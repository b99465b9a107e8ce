import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { talk, type Dialogue } from './terminal.js';

function* greeting(): Dialogue {
  const name = yield 'Name? ';
  const age = yield `Hello ${name}. Age? `;
  yield `${age} is fine. `;
}

async function heard(lines: string[], dialogue = greeting()): Promise<string> {
  const output = new PassThrough();
  await talk(dialogue, Readable.from(lines), output);
  output.end();
  return text(output);
}

test('every line is answered in turn', async () => {
  expect(await heard(['Ann\n3', '0\n', 'bye\n', 'more\n'])).toBe(
    'Name? Hello Ann. Age? 30 is fine. ',
  );
});

test('the end of the input ends the talk quietly, whenever it comes', async () => {
  expect(await heard([])).toBe('Name? \n');
  expect(await heard(['Ann\n'])).toBe('Name? Hello Ann. Age? \n');
});

test('lines of another system are lines too', async () => {
  expect(await heard(['Ann\r\n30\r\n'])).toBe('Name? Hello Ann. Age? 30 is fine. \n');
});
