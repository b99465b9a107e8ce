import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { longestFirst } from './tools/workspace/longest-first.ts';

const sequencer = longestFirst([
  'faults/kills',
  'authority/authority',
  'faults/outages',
  'cluster/cluster',
  'web/web',
  'faults/load-faults',
  'fuzz/fuzz',
  'faults/histories',
  'leaks/leaks',
  'faults/returns',
  'faults/races',
  'faults/restart',
  'src/embedded-storage',
  'src/migrations',
  'src/embedded-postgres',
  'notices/notices',
]);
const exclude = ['**/node_modules/**', '**/dist/**', '**/.next/**'];

// What needs a database, a server or another program: *.integration.test.ts, beside the code. Each file has its own
// ports, folders and databases. They wait for each other's processes about half of their time, so there is one more
// at once than there are cores; none promises a time but what a machine promises that is busy.
export default defineConfig({
  test: {
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer },
    projects: [
      {
        extends: true,
        test: {
          name: 'processes',
          include: ['{apps,libs,tools}/**/*.integration.test.{ts,mjs}'],
          exclude: [...exclude, 'apps/server/**'],
        },
      },
      {
        extends: true,
        test: {
          // Their clubs are objects, started and stopped by each test; loading the server took longer than using it.
          name: 'server',
          include: ['apps/server/**/*.integration.test.ts'],
          exclude,
          isolate: false,
        },
      },
    ],
    // They end what hangs, and promise nothing: whoever promises a time measures it.
    testTimeout: 600_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
