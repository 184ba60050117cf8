import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const StackPart = z.object({ postgres: z.object({ urls: z.object({ admin: z.string() }) }) })
const REPOSITORY = path.resolve(fileURLToPath(import.meta.url), '../../../../..')

/**
 * Superuser address of the PostgreSQL the tests use: `LIANXI_TEST_POSTGRES_URL`, else the running stack's file.
 * Without either it throws: a suite that cannot run must say so, never pass.
 */
export function postgresAdminUrl(): string {
  const given = process.env.LIANXI_TEST_POSTGRES_URL
  if (given !== undefined && given !== '') return given
  const file =
    process.env.LIANXI_STACK_FILE ||
    path.join(process.env.LIANXI_HOME ?? path.join(REPOSITORY, '.lianxi'), 'stack.json')
  if (!existsSync(file))
    throw new Error(`no PostgreSQL to test with: start one with "npm run stack:up" (looked for ${file})`)
  return StackPart.parse(JSON.parse(readFileSync(file, 'utf8'))).postgres.urls.admin
}
