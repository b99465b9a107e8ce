import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from './src/harness/chromium';

export default defineConfig({
  testDir: './journeys',
  outputDir: '../../test-results',
  fullyParallel: false,
  // Each worker has its own club and its own browser, which keep about one core busy.
  workers: availableParallelism(),
  retries: 0,
  // These end what hangs, and promise nothing.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    launchOptions: {
      executablePath: chromiumPath(),
      args: chromiumArguments,
    },
  },
});
