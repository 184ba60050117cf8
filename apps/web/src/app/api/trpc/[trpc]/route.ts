import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { createContext } from '@/server/context'
import { findForgery } from '@/server/csrf'
import { traceOfFault } from '@/server/observe'
import { getDeps } from '@/server/deps'
import { appRouter } from '@/server/routers/index'

export const dynamic = 'force-dynamic'

const MAX_BODY_BYTES = 1_000_000

async function handler(request: Request): Promise<Response> {
  const deps = getDeps()
  const forgery = findForgery(request, deps.env.PUBLIC_URL)
  if (forgery === 'content-type') return new Response(null, { status: 415 })
  if (forgery === 'origin') return new Response(null, { status: 403 })
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return new Response(null, { status: 413 })
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: ({ resHeaders }) => createContext(deps, request.headers, resHeaders),
    responseMeta: () => ({ headers: new Headers({ 'cache-control': 'no-store' }) }),
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR')
        deps.log.error({ err: error.cause ?? error, path, traceId: traceOfFault(error) }, 'procedure failed')
    },
  })
}

export { handler as GET, handler as POST }
