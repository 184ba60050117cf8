import { initTRPC, TRPCError } from '@trpc/server'
import { type Access, grant } from './access'
import type { Context } from './context'
import { observed, traceOfFault } from './observe'
import { sayRefused } from './refused-input'

/** What people read of what was refused, by its code. */
export const SENTENCES: Partial<Record<string, string>> = {
  BAD_REQUEST: '填写的内容格式有误，请刷新页面后重试。',
  UNAUTHORIZED: '登录已失效，请重新登录。',
  FORBIDDEN: '您没有办理此事项的权限。',
  NOT_FOUND: '没有找到。',
}
const FAULT = '系统出现故障，请稍后再试；多次出现请联系系统管理员。'

/** A tab's stream ends after five minutes and is opened anew, so that rights are checked again. */
const STREAM_MS = 5 * 60_000

const t = initTRPC
  .context<Context>()
  .meta<{ access: Access }>()
  .create({
    isServer: true,
    sse: {
      maxDurationMs: STREAM_MS,
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
    },
    errorFormatter: ({ shape, error, path, input }) => {
      // Texts of exceptions are for the log; people get ours, nobody gets a stack.
      const { stack: _stack, ...data } = shape.data
      // Whoever looks after the system finds the log's lines by it.
      const traceId = SENTENCES[shape.data.code] === undefined ? traceOfFault(error) : undefined
      const refused = shape.data.code === 'BAD_REQUEST' ? sayRefused(path, input, error.cause) : undefined
      return { ...shape, message: refused ?? SENTENCES[shape.data.code] ?? FAULT, data: { ...data, traceId } }
    },
  })

export const { router, createCallerFactory } = t

/** Every procedure is counted, timed and part of a trace. */
const procedure = t.procedure.use(({ ctx, path, type, next }) =>
  observed({ ctx, path, type }, (traceparent) => next({ ctx: { traceparent } })),
)

const undeclared = () => new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'access is not declared as used' })

/** For what anybody may call; says so in its `.meta({ access: 'anyone' })`, else it fails. */
export const openProcedure = procedure.use(({ meta, next }) => {
  if (meta?.access !== 'anyone') throw undeclared()
  return next()
})

/** For what a person does about himself; says so in its `.meta({ access: 'signed-in' })`, else it fails. */
export const signedInProcedure = procedure.use(({ ctx: { person }, meta, next }) => {
  if (meta?.access !== 'signed-in') throw undeclared()
  if (person === null) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { person } })
})

/**
 * For people with a role. Checks `.meta({ access })`: the one place where roles, zones and regions are enforced. A
 * procedure without it fails. `ctx.granted` holds the person and the memberships that allow this call.
 */
export const memberProcedure = procedure.use(async ({ ctx, meta, getRawInput, next }) => {
  const access = meta?.access
  if (access === undefined || typeof access === 'string') throw undeclared()
  const { person } = ctx
  if (person === null) throw new TRPCError({ code: 'UNAUTHORIZED' })
  const members = await grant(access, person, await getRawInput(), ctx.deps.prisma)
  if (members.length === 0) throw new TRPCError({ code: 'FORBIDDEN' })
  return next({ ctx: { granted: { person, members } } })
})
