import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const KafkaServices = z.object({ brokers: z.array(z.string()).min(1), users: z.record(z.string(), z.string()) })
export type KafkaServices = z.infer<typeof KafkaServices>

const REPOSITORY = path.resolve(fileURLToPath(import.meta.url), '../../../../..')

function stackFile(): string {
  const named = process.env.LIANXI_STACK_FILE
  if (named !== undefined && named !== '') return named
  return path.join(process.env.LIANXI_HOME ?? path.join(REPOSITORY, '.lianxi'), 'stack.json')
}

/**
 * Where the tests' Kafka is: `LIANXI_TEST_KAFKA` ({brokers, users} as JSON), else the running stack's file.
 * Without either it throws: a suite that cannot run must say so, never pass.
 */
export function kafkaServices(): KafkaServices {
  const given = process.env.LIANXI_TEST_KAFKA
  if (given !== undefined && given !== '') return KafkaServices.parse(JSON.parse(given))
  const file = stackFile()
  if (!existsSync(file))
    throw new Error(`no Kafka to test with: start one with "npm run stack:up" (looked for ${file})`)
  return z.object({ kafka: KafkaServices }).parse(JSON.parse(readFileSync(file, 'utf8'))).kafka
}

/** The environment a started process inherits, with what it alone needs. */
export const processEnvironment = (extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  ...extra,
})
