import { readdirSync } from 'node:fs'
import type { NextConfig } from 'next'

/** What the database must have for this build; /api/ready compares. */
const MIGRATIONS = readdirSync(new URL('../../packages/db/prisma/migrations', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

const HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=()' },
]

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The packages export TypeScript source; what talks to PostgreSQL stays a plain Node module.
  transpilePackages: ['@lianxi/db', '@lianxi/domain', '@lianxi/office-files', '@lianxi/schema', '@lianxi/telemetry'],
  serverExternalPackages: [
    'pg',
    '@prisma/adapter-pg',
    '@prisma/client',
    'pino',
    'prom-client',
    'better-auth',
    'exceljs',
    'docx',
    'echarts',
    'jszip',
    'yauzl',
  ],
  env: { LIANXI_MIGRATIONS: MIGRATIONS.join(',') },
  // Types and lint are checked by `npm run check`, which every commit passes; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Builds are of fresh clones and images: nobody comes back to the cache, and writing it takes a third of the build.
    turbopackFileSystemCacheForBuild: false,
    // A page that cannot be fetched is waited for; without it the browser's error page took the place of an open form.
    useOffline: true,
  },
  // An image sets LIANXI_STANDALONE=1 and copies only what the server needs.
  ...(process.env.LIANXI_STANDALONE === '1' && { output: 'standalone' }),
  headers: () => Promise.resolve([{ source: '/:path*', headers: HEADERS }]),
}

export default config
