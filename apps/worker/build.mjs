// dist/main.js (or in the folder that is named), started by plain `node`; what is loaded only sometimes (the OpenTelemetry SDK) lies in files beside it.
// CommonJS dependencies inside an ES module need a `require` of their own.
// Names are kept, so a stack can be read without source maps: parsed at the first error, they would stay, 45 MB of them.
import { readdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const MIGRATIONS = new URL('../../packages/db/prisma/migrations/', import.meta.url)
const migrations = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory())

const outdir = process.argv[2] ?? 'dist'
rmSync(outdir, { recursive: true, force: true })
await build({
  entryPoints: ['src/main.ts'],
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: ['pg-native'],
  define: { LIANXI_MIGRATIONS: JSON.stringify(migrations.map(({ name }) => name).sort()) },
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)",
  },
  logLevel: 'warning',
})
