/** @type {import('next').NextConfig} */
const config = {
  // Page addresses end in a slash. `lib/http/route.ts` redirects to them, once and for every spelling; Next only
  // has to write its links and canonical addresses that way.
  trailingSlash: true,
  skipTrailingSlashRedirect: true,

  // The default language has no prefix outside and is `/ko` inside. Reading pages arrive here with their prefix;
  // pages on which React goes on living in the browser keep their public address, which the router shows.
  rewrites: async () => ({
    beforeFiles: [
      { source: '/', destination: '/ko' },
      { source: '/:path((?!(?:ko|en|_next|api|feed|media|media-address)/).*)/', destination: '/ko/:path' },
    ],
    afterFiles: [],
    fallback: [],
  }),

  // The server in front compresses once and keeps the result, and says who it is by its own headers.
  compress: false,
  poweredByHeader: false,
  generateEtags: false,

  // Metadata belongs into the head before the first byte, for every visitor: pages are kept as whole documents.
  htmlLimitedBots: /.*/,

  // The renderer runs in a worker, where there is no `document`; builds for browsers would ask for one.
  turbopack: {
    resolveAlias: {
      'decode-named-character-reference': {
        browser: './node_modules/decode-named-character-reference/index.js',
      },
      'hast-util-from-html-isomorphic': { browser: './node_modules/hast-util-from-html-isomorphic/index.js' },
    },
  },

  images: { unoptimized: true },
  serverExternalPackages: [
    '@prisma/adapter-better-sqlite3',
    '@prisma/adapter-pg',
    '@prisma/client',
    'better-sqlite3',
    'harfbuzzjs',
    'pg',
    'sharp',
  ],

  // `npm test` checks types; a start from a fresh clone need not wait for it a second time.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

export default config;
