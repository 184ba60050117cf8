'use client'

const reporting = new Set<() => void>()

/** Tells of changes, from other tabs too. */
export function subscribe(listener: () => void): () => void {
  reporting.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    reporting.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

export type Kept = { read: (key: string) => string | null; write: (key: string, text: string | null) => void }

/** Texts by key in one of the browser's stores. Where it has no room left or forbids it, the page itself remembers. */
function keptIn(store: () => Storage): Kept {
  const remembered = new Map<string, string | null>()
  return {
    read: (key) => {
      const known = remembered.get(key)
      if (known !== undefined) return known
      try {
        return store().getItem(key)
      } catch (error) {
        if (error instanceof DOMException) return null
        throw error
      }
    },
    /** Keeps a text, or with null forgets it. */
    write: (key, text) => {
      try {
        if (text === null) store().removeItem(key)
        else store().setItem(key, text)
        remembered.delete(key)
      } catch (error) {
        if (!(error instanceof DOMException)) throw error
        remembered.set(key, text)
      }
      for (const listener of reporting) listener()
    },
  }
}

/** For ever: reports, which outlive a closed tab. */
export const inBrowser = keptIn(() => window.localStorage)
/** As long as the tab is open: small forms and ticks, which a reload must not take. */
export const inTab = keptIn(() => window.sessionStorage)
