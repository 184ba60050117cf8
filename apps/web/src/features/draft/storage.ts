'use client'

const listeners = new Set<() => void>()
/** Where the browser has no storage left or forbids it, the tab itself remembers. */
const remembered = new Map<string, string | null>()

/** What this browser keeps under a key. */
export function readText(key: string): string | null {
  const known = remembered.get(key)
  if (known !== undefined) return known
  try {
    return window.localStorage.getItem(key)
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}

/** Keeps a text, or with null forgets it. */
export function writeText(key: string, text: string | null): void {
  try {
    if (text === null) window.localStorage.removeItem(key)
    else window.localStorage.setItem(key, text)
    remembered.delete(key)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    remembered.set(key, text)
  }
  for (const listener of listeners) listener()
}

/** Tells of changes, from other tabs too. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
