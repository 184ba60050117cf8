import { knownStage } from '@lianxi/domain/report/check-project-said'
import { emptyEntry, type Entry } from '@lianxi/schema/commands/entry'
import type { Known } from './known'

/** Asks nothing twice: a project starts from its last stage; the figures of a new period are the office's to say. */
export function prefill(known: Known): Entry {
  const entry = emptyEntry(known.kind)
  return entry.kind === 'project' ? { ...entry, stage: knownStage(known.history) } : entry
}
