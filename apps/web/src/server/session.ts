import 'server-only'
import { cache } from 'react'
import type { SessionView } from '@lianxi/schema/views/session'
import { serverCaller } from './caller'

/** Who looks at this page; `user` is null before the login. Read once a request. */
export const findSession = cache(async (): Promise<SessionView> => (await serverCaller()).session.me())
