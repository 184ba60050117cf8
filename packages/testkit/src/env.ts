import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'

const REPOSITORY = path.resolve(fileURLToPath(import.meta.url), '../../../..')

/** A variable's value; undefined also where it is set to nothing. */
const given = (name: string): string | undefined => process.env[name] || undefined

/**
 * What the tests use of a service: the variable's value, read by `parse`, else the running stack's file, read by
 * `part`. Without either it throws: a suite that cannot run must say so, never pass.
 */
export function findService<T>(service: string, variable: string, parse: (value: string) => T, part: z.ZodType<T>): T {
  const value = given(variable)
  if (value !== undefined) return parse(value)
  const file =
    given('LIANXI_STACK_FILE') ?? path.join(process.env.LIANXI_HOME ?? path.join(REPOSITORY, '.lianxi'), 'stack.json')
  if (!existsSync(file))
    throw new Error(`no ${service} to test with: start one with "npm run stack:up" (looked for ${file})`)
  return part.parse(JSON.parse(readFileSync(file, 'utf8')))
}
