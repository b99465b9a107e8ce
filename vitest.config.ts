import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { longestFirst } from './tools/workspace/longest-first.ts';

const sequencer = longestFirst([
  'src/game/generator',
  'computer/computers',
  'src/bid-worth',
  'solver/solver',
  'computer/offer-making',
  'rules/folded-view',
  'tables/preferans-view-size',
]);

// One runner for every unit test. What needs a database, a server or a browser has its own config.
export default defineConfig({
  test: {
    include: ['{apps,libs}/**/*.test.{ts,tsx}', 'tools/**/*.test.{ts,mjs}'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**', '**/*.integration.test.{ts,mjs}'],
    // By itself it would leave one core to a person who waits.
    maxWorkers: availableParallelism(),
    // A process of its own for each file took as long as the tests. What a test puts in the place of something is
    // taken away after it.
    isolate: false,
    sequence: { sequencer },
    restoreMocks: true,
    unstubGlobals: true,
    testTimeout: 20_000,
  },
});
