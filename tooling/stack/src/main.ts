import { z } from 'zod'
import { Refusal } from './refusal'

/** Commands are loaded when asked for: `status` should not wait for what `start` needs. */
const commands: Readonly<Record<string, () => Promise<void>>> = {
  up: async () => (await import('./commands/up')).up(),
  down: async () => (await import('./commands/down')).down(),
  reset: async () => (await import('./commands/reset')).reset(),
  start: async () => (await import('./commands/start')).start(),
  dev: async () => (await import('./commands/start')).dev(),
  test: async () => (await import('./commands/test')).test(),
  prepare: async () => (await import('./commands/prepare')).prepare(),
  'admin-create': async () => (await import('./commands/admin-create')).adminCreate(),
  rebuild: async () => (await import('./commands/rebuild')).rebuild(),
  'reports-import': async () => (await import('./commands/reports-import')).reportsImport(),
  credential: async () => (await import('./commands/credential')).credential(),
  status: async () => (await import('./commands/status')).status(),
}

const systemError = z.object({ code: z.literal('ENOSPC') })

/** An expected obstacle is a sentence; anything else is a bug and keeps its stack. */
function explain(error: unknown): string {
  if (error instanceof Refusal) return error.message
  if (systemError.safeParse(error).success)
    return '磁盘已满，无法继续。\nThe disk is full: free some space and start again.'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

async function main(): Promise<void> {
  const name = process.argv[2] ?? ''
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined // `constructor` is no command
  if (command === undefined)
    throw new Refusal(`用法 · usage: tsx tooling/stack/src/main.ts ${Object.keys(commands).join('|')}`)
  await command()
}

try {
  await main()
} catch (error) {
  process.stderr.write(`\n${explain(error)}\n`)
  process.exitCode = 1
}
