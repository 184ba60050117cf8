import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.MIGRATOR_URL ?? 'postgresql://migrator@localhost/lianxi' },
})
