import { expect, test } from 'vitest';
import { createLog } from './log.js';

test('lines are JSON with a readable time and level, and keep secrets out', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  const canary = 'c4n4ry';
  const failed = Object.assign(new Error('It failed.', { cause: new Error('why') }), {
    token: canary,
    request: { headers: { cookie: canary } },
  });
  log.info({ cookie: canary, headers: { cookie: canary, authorization: canary } }, 'one');
  log.error({ error: failed, player: { token: canary }, said: { text: canary } }, 'two');
  log.debug({}, 'three');
  expect(lines).toHaveLength(2);
  expect(lines.join('')).not.toContain(canary);
  expect(JSON.parse(lines[1]!)).toMatchObject({
    level: 'error',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    error: { name: 'Error', message: 'It failed.', cause: { message: 'why' } },
    msg: 'two',
  });
});
