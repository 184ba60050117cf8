import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { paths } from './paths'
import { Refusal } from './refusal'

const Port = z.number().int().min(1).max(65_535)
export const Account = z.object({
  user: z.string(),
  password: z.string(),
  role: z.string(),
  region: z.string().nullable(),
  name: z.string().optional(),
  body: z.string().optional(),
})
export type Account = z.infer<typeof Account>

/**
 * `.lianxi/stack.json`: the local stack's contract with tests and outside clients, and what the stack keeps from one
 * start to the next (`local`). `web`, `kafka` and `postgres` are there exactly while that part is meant to be running.
 */
export const StackFile = z.object({
  web: z.object({ url: z.url() }).optional(),
  worker: z.object({ url: z.url() }).optional(),
  kafka: z
    .object({
      brokers: z.array(z.string()).min(1),
      mechanism: z.literal('scram-sha-512'),
      users: z.record(z.string(), z.string()),
    })
    .optional(),
  postgres: z
    .object({
      urls: z.object({
        web_app: z.string(),
        worker_app: z.string(),
        migrator: z.string(),
        admin: z.string().optional(),
      }),
    })
    .optional(),
  accounts: z.array(Account),
  local: z.object({
    ports: z.object({
      postgres: Port.optional(),
      kafka: Port.optional(),
      kafkaController: Port.optional(),
      worker: Port.optional(),
    }),
    postgresPasswords: z.object({
      admin: z.string(),
      web_app: z.string(),
      worker_app: z.string(),
      migrator: z.string(),
    }),
    kafkaPasswords: z.record(z.string(), z.string()),
    /** Regions' Kafka users that were made here once. Whether they still may is for the database to say. */
    handedOut: z.array(z.string()).default([]),
    authSecret: z.string(),
    seeded: z.boolean(),
  }),
})
export type StackFile = z.infer<typeof StackFile>

/** 192 bits, letters and digits only: safe in URLs, properties files and JAAS lines without quoting. */
export const newPassword = (): string => randomBytes(24).toString('hex')

const fresh = (): StackFile => ({
  accounts: [],
  local: {
    ports: {},
    postgresPasswords: {
      admin: newPassword(),
      web_app: newPassword(),
      worker_app: newPassword(),
      migrator: newPassword(),
    },
    kafkaPasswords: {},
    handedOut: [],
    authSecret: newPassword(),
    seeded: false,
  },
})

export function findStack(): StackFile | undefined {
  if (!existsSync(paths.stackFile)) return undefined
  const parsed = StackFile.safeParse(JSON.parse(readFileSync(paths.stackFile, 'utf8')))
  if (parsed.success) return parsed.data
  throw new Refusal(
    `${paths.stackFile} 无法读取，可运行 npm run stack:reset 重建（会清除本地数据）。` +
      `\n${paths.stackFile} cannot be read (npm run stack:reset makes a new one and erases local data):\n${z.prettifyError(parsed.error)}`,
  )
}

export const readStack = (): StackFile => findStack() ?? fresh()

/** Mode 600 from the first byte, and renamed into place: a reader never sees half a file, a killed writer leaves the old one. */
function writeStack(stack: StackFile): void {
  const draft = `${paths.stackFile}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(stack, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, paths.stackFile)
}

/** Reads, changes and writes in one synchronous turn, so parallel steps of one command do not lose each other's fields. */
export function updateStack(change: (stack: StackFile) => void): StackFile {
  const stack = readStack()
  change(stack)
  writeStack(stack)
  return stack
}
