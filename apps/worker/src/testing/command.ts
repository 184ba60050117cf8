import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { kafkaServices, processEnvironment } from '@lianxi/testkit/kafka/env'
import type { World } from './world'

const MAIN = fileURLToPath(new URL('../../../../tooling/stack/src/main.ts', import.meta.url))

export type CommandResult = { code: number | null; output: string }

/** Runs a command of the stack as an operator would, on one database and on this world's topics. */
export async function runCommand(world: World, databaseUrl: string, ...args: string[]): Promise<CommandResult> {
  const { brokers, users } = kafkaServices()
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: processEnvironment({
      LIANXI_MODE: 'test',
      MIGRATOR_URL: databaseUrl,
      KAFKA_BROKERS: brokers.join(','),
      KAFKA_ADMIN_PASSWORD: users.admin ?? '',
      WORKER_TOPIC_OWNERS: `${world.zone},${world.region}`,
    }),
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, output }
}
