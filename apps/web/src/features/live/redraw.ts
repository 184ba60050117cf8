'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { api } from './client'

type Router = ReturnType<typeof useRouter>
export type Redrawn = 'drawn' | 'signed-out' | 'no answer'

/**
 * Draws the open page anew without anybody having pressed anything. It asks first whether somebody is still signed in:
 * without a login or a network the page would become the login page or the browser's own error, in place of what is
 * being typed.
 */
export const redraw = (router: Router): Promise<Redrawn> =>
  api.session.present.query().then(
    (present) => {
      if (present) router.refresh()
      return present ? 'drawn' : 'signed-out'
    },
    () => 'no answer',
  )

/** Often enough to be watched: only one person waits for what he asked for. */
const EVERY_MS = 1_000

/** Draws the page anew while something that was asked for has not happened yet, or is not shown yet. */
export function useRedrawWhile(waiting: boolean, everyMs = EVERY_MS): void {
  const router = useRouter()
  useEffect(() => {
    if (!waiting) return undefined
    let asking = false
    const timer = setInterval(() => {
      if (asking || document.visibilityState === 'hidden') return
      asking = true
      void redraw(router).then(() => (asking = false))
    }, everyMs)
    return () => clearInterval(timer)
  }, [waiting, everyMs, router])
}
