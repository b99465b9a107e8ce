import { defineConfig } from '@playwright/test';
import { chromiumArguments, chromiumPath } from './src/harness/chromium';

export default defineConfig({
  testDir: './journeys',
  outputDir: '../../test-results',
  fullyParallel: false,
  // Two cores: a browser, a server and its pages are enough at once.
  workers: 1,
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
