import { defineConfig } from 'vitest/config';

// What needs a database, a server or another program: *.integration.test.ts, beside the code. One file at a
// time: they start processes, and two at once would measure each other.
export default defineConfig({
  test: {
    include: ['{apps,libs,tools}/**/*.integration.test.{ts,mjs}'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**'],
    fileParallelism: false,
    // They end what hangs, and promise nothing: whoever promises a time measures it.
    testTimeout: 600_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
