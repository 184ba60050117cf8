'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Often enough to be watched, seldom enough not to matter: only an administrator waits here. */
const EVERY_MS = 1_000

/** Draws the page anew while something that was asked for has not happened yet. */
export function useFresh(waiting: boolean): void {
  const router = useRouter()
  useEffect(() => {
    if (!waiting) return undefined
    const timer = setInterval(() => router.refresh(), EVERY_MS)
    return () => clearInterval(timer)
  }, [waiting, router])
}
