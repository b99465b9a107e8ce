import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** @type {import('next').NextConfig} */
const config = {
  transpilePackages: ['@trellis/games'],
  poweredByHeader: false,
  // The same for the same sources: processes of one club that were built apart know that they are alike.
  generateBuildId: () => process.env.SOURCES_HASH?.slice(0, 16) ?? null,
  // The server in front compresses each page once, not once per visitor.
  compress: false,
  images: { unoptimized: true },
  // Usual is one file with the styles of nearly all pages, which each page would wait for. A request costs about as much as this many bytes.
  experimental: { cssChunking: { type: 'graph', requestCost: 4000, weightDistribution: 0.5 } },
  outputFileTracingRoot: repository,
  turbopack: {
    root: repository,
    // All that next-intl's own plugin does; the plugin works only when the build is started in this folder.
    resolveAlias: {
      'next-intl/config': './src/i18n/request.ts',
      'use-intl/format-message': 'use-intl/format-message/format-only',
    },
  },
  // `tsc -p apps/site` checks types; doing it again would double the build.
  typescript: { ignoreBuildErrors: true },
};

export default config;
