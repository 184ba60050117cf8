import type { TargetEntry } from '@lianxi/schema/commands/entry'

/** The entry with what was typed of being done; an empty field says nothing, as an entry without it does. */
export function withDone({ doneOn: _before, ...entry }: TargetEntry, said: string): TargetEntry {
  return said === '' ? entry : { ...entry, doneOn: said }
}
