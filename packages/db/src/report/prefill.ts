import { emptyEntry, type Entry } from '@lianxi/schema/commands/entry'
import type { Known } from './known'

/** Asks nothing twice: a project starts from its last stage; the figures of a new period are the office's to say. */
export function prefill(known: Known): Entry {
  const entry = emptyEntry(known.kind)
  const last = known.history.at(-1)
  return entry.kind === 'project' && last !== undefined ? { ...entry, stage: last.stage } : entry
}
