import { randomBytes } from 'node:crypto'
import { createBoardWorld, type World } from '@lianxi/db/testing/board-world'
import type { Member } from '@lianxi/db/people/members'
import type { Role } from '@lianxi/schema/vocabulary'
import { callTRPCProcedure, TRPCError } from '@trpc/server'
import { afterAll } from 'vitest'
import type { Context, Person } from '../context'
import { createDeps, type Deps } from '../deps'
import { readEnv } from '../env'
import { appRouter } from '../routers/index'

export type ServerWorld = { world: World; deps: Deps }

/** The server's own parts over a database of this file's own. */
export async function createServerWorld(change: Record<string, string> = {}): Promise<ServerWorld> {
  const world = await createBoardWorld()
  const env = readEnv({
    DATABASE_URL: world.url('web_app'),
    AUTH_SECRET: randomBytes(32).toString('hex'),
    LIANXI_MODE: 'test',
    LOG_LEVEL: 'silent',
    SLOW_READING_MS: String(60 * 60_000), // however busy the machine, each answer is the present's
    ...change,
  })
  const deps = createDeps(env)
  afterAll(async () => {
    await deps.live.stop()
    await Promise.all([deps.prisma.$disconnect(), deps.wide.db.$disconnect(), deps.heavy.$disconnect()])
  })
  return { world, deps }
}

const member = (role: Role, region: string | null, zone: string | null = 'Z-PX'): Member => ({
  zone,
  body: region === null ? 'Z-PX-LXB' : `${region}-FGJ`,
  bodyName: '演示单位',
  region,
  role,
})

export const person = (id: string, role: Role, region: string | null, zone: string | null = 'Z-PX'): Person => ({
  id,
  name: id,
  username: id,
  memberships: [member(role, region, zone)],
})

/** Who asks; the headers matter only to what a session is about. */
type Asking = Pick<Context, 'deps' | 'person'> & Partial<Context>

/** Calls a procedure by its path, past HTTP, as the adapter does. */
export function call(asking: Asking, path: string, input: unknown, type: 'query' | 'mutation' | 'subscription') {
  return callTRPCProcedure({
    router: appRouter,
    path,
    getRawInput: () => Promise.resolve(input),
    ctx: { headers: new Headers(), answer: new Headers(), ...asking } satisfies Context,
    type,
    signal: undefined,
    batchIndex: 0,
  })
}

/** `allowed`, or the code of the error that stopped the call. */
export async function outcome(calling: Promise<unknown>): Promise<string> {
  try {
    await calling
    return 'allowed'
  } catch (error) {
    if (error instanceof TRPCError) return error.code === 'INTERNAL_SERVER_ERROR' ? `bug: ${error.message}` : error.code
    throw error
  }
}
