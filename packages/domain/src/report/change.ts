import Big from 'big.js'
import type { Entry } from '@lianxi/schema/commands/entry'
import { readEntry } from './read-entry'

type Before = { value: string | null; progressPercent: string | null } | null

/** What a correction changes of what it corrects; null where one of the figures is missing. */
export function correctionOf(entry: Entry, corrected: Entry | null): string | null {
  if (corrected === null) return null
  const before = readEntry(corrected)
  const none = { value: null, progressPercent: null }
  return changeOf(entry, { ...none, ...before.content })
}

/** New figure less the last one: the value of a target, the progress of a project; null where one is missing. */
export function changeOf(entry: Entry, previous: Before): string | null {
  const read = readEntry(entry)
  const [now, then] =
    read.kind === 'target'
      ? [read.content.value, previous?.value ?? null]
      : [read.content.progressPercent, previous?.progressPercent ?? null]
  return now === null || then === null ? null : new Big(now).minus(then).toFixed()
}
