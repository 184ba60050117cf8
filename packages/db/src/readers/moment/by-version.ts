import type { Database } from '../../client'

/**
 * What was worked out for a zone, until its version says that what it rests on changed. Two who ask at once wait for one
 * reading; a failed one is forgotten. For what takes longer than asking for the version.
 */
export function createByVersion<Answer>() {
  const kept = new WeakMap<Database, Map<string, { version: string; reading: Promise<Answer> }>>()
  return (db: Database, { zone, version }: { zone: string; version: string }, read: () => Promise<Answer>) => {
    const zones = kept.get(db) ?? new Map<string, { version: string; reading: Promise<Answer> }>()
    kept.set(db, zones)
    const known = zones.get(zone)
    if (known?.version === version) return known.reading
    const mine = { version, reading: read() }
    zones.set(zone, mine)
    mine.reading.catch(() => {
      if (zones.get(zone) === mine) zones.delete(zone)
    })
    return mine.reading
  }
}
