import 'server-only'
import { headers } from 'next/headers'
import { cache } from 'react'
import { createContext } from './context'
import { getDeps } from './deps'
import { appRouter } from './routers/index'
import { createCallerFactory } from './trpc'

const createCaller = createCallerFactory(appRouter)

/** Calls procedures from server components, as the person of this request; made once a request. */
export const serverCaller = cache(async () => createCaller(await createContext(getDeps(), await headers())))
