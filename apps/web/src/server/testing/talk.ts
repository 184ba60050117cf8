import { DoneResult } from '@lianxi/schema/views/refusal'
import { v4 } from 'uuid'
import type { Person } from '../context'
import { call, type ServerWorld } from './server-world'

/** What people ask of a server and tell it; what was told has come to the board when `tell` is over. */
export const talkTo = (server: () => ServerWorld) => ({
  ask: (who: Person, path: string, input: unknown): Promise<unknown> =>
    call({ deps: server().deps, person: who }, path, input, 'query'),
  tell: async (who: Person, path: string, input: object): Promise<DoneResult> => {
    const { deps, world } = server()
    const pressed = { ...input, idempotencyKey: v4() }
    const answer: unknown = await call({ deps, person: who }, path, pressed, 'mutation')
    await world.settle()
    return DoneResult.parse(answer)
  },
})

/** What was done, or why it was refused. */
export const code = (result: DoneResult): string => (result.ok ? result.id : result.refusal.code)
