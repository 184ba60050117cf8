import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { createContext } from './context'
import { getDeps } from './deps'
import { appRouter } from './routers/index'
import { createCallerFactory } from './trpc'

const createCaller = createCallerFactory(appRouter)

/** Calls procedures from server components, as the person of this request; made once a request. */
export const serverCaller = cache(async () => {
  // First of all: it tells Next that the page depends on the request and is never made at build time.
  const requested = await headers()
  return createCaller(await createContext(getDeps(), requested))
})
