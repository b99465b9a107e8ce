import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { development, wrongConfigurations } from '../testing/wrong-configurations.js';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
/** An operator who mistyped something reads so within this time (ms). */
const longest = 2_000;
/** The machine may be busy with other things: the best of so many counts. */
const tries = 3;

/** The process as it is started in earnest, with this environment and no other. */
async function start(env: Readonly<Record<string, string | undefined>>) {
  const began = performance.now();
  const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH, ...env } });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said, ms: performance.now() - began };
}

test('there are enough of them', () => {
  expect(wrongConfigurations.length).toBeGreaterThanOrEqual(30);
});

test.each(wrongConfigurations)(
  '%s: the process ends at once and names every key that is wrong',
  async (_title, env, keys) => {
    let fastest = Infinity;
    for (let tried = 0; tried < tries && fastest >= longest; tried++) {
      const { code, said, ms } = await start({ ...development, ...env });
      expect(code).toBe(1);
      const named = [...said.matchAll(/^  (\w+) /gm)].map(([, key]) => key);
      expect(named.sort()).toEqual([...keys].sort());
      fastest = ms;
    }
    expect(fastest).toBeLessThan(longest);
  },
);
