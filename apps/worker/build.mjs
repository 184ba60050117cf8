// One file that plain `node` starts. CommonJS dependencies inside an ES module need a `require` of their own.
import { readdirSync } from 'node:fs'
import { build } from 'esbuild'

const MIGRATIONS = new URL('../../packages/db/prisma/migrations/', import.meta.url)
const migrations = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory())

await build({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.js',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  external: ['pg-native'],
  define: { LIANXI_MIGRATIONS: JSON.stringify(migrations.map(({ name }) => name).sort()) },
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)",
  },
  logLevel: 'warning',
})
