'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useSyncExternalStore, useTransition } from 'react'

/** Deeds of this tab that the page does not show yet. */
let unseen = 0
const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Draws the page anew after a deed, or goes to where what it was about now is. Every deed is done to what the page shows, so until it shows this one all of them
 * wait: the next one would name versions that are gone and be refused as if somebody else had been faster.
 */
export function useDrawing() {
  const router = useRouter()
  const [drawing, startDrawing] = useTransition()
  useEffect(() => {
    if (!drawing) return undefined
    unseen += 1
    tell()
    return () => {
      unseen -= 1
      tell()
    }
  }, [drawing])
  const waiting = useSyncExternalStore(
    subscribe,
    () => unseen > 0,
    () => false,
  )
  return {
    waiting: waiting || drawing,
    draw: (to?: string) => startDrawing(() => (to === undefined ? router.refresh() : router.push(to))),
  }
}
