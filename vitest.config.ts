import { defineConfig } from 'vitest/config';

// One runner for every unit test. What needs a database, a server or a browser has its own config.
export default defineConfig({
  test: {
    include: ['{apps,libs}/**/*.test.{ts,tsx}', 'tools/**/*.test.{ts,mjs}'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**', '**/*.integration.test.{ts,mjs}'],
    testTimeout: 20_000,
  },
});
