import { defineConfig } from 'prisma/config'

/** Histories are made by SQL from their current tables; Prisma must neither miss nor drop them. */
const VERSIONED = ['fact', 'subject', 'item', 'duty', 'period', 'verdict', 'library', 'extension', 'progress']

export default defineConfig({
  experimental: { externalTables: true },
  tables: { external: [...VERSIONED.map((name) => `board.${name}_history`), 'public.status_history'] },
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.MIGRATOR_URL ?? 'postgresql://migrator@localhost/lianxi' },
})
