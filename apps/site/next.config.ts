import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const repository = fileURLToPath(new URL('../..', import.meta.url));

const config: NextConfig = {
  transpilePackages: ['@trellis/games'],
  poweredByHeader: false,
  // The server in front compresses each page once, not once per visitor.
  compress: false,
  images: { unoptimized: true },
  outputFileTracingRoot: repository,
  turbopack: { root: repository },
  // `tsc -p apps/site` checks types; doing it again would double the build.
  typescript: { ignoreBuildErrors: true },
};

export default createNextIntlPlugin('./src/i18n/request.ts')(config);
