import { evolveLibrary, LibraryEntry, type LibrarySaid } from '@lianxi/domain/project/library'
import type { ClientBase } from 'pg'
import { LIBRARY } from './tables'
import { writeReferenceInTx } from './write-versioned'

/** Folds what was said of projects onto what the library knew of each, code by code. */
export async function foldLibraryInTx(
  tx: ClientBase,
  zone: string,
  stamp: string,
  said: ReadonlyMap<string, readonly LibrarySaid[]>,
  onto: 'board' | 'nothing',
): Promise<void> {
  if (said.size === 0) return
  const known = onto === 'board' ? await loadEntriesInTx(tx, zone, [...said.keys()]) : new Map<string, LibraryEntry>()
  const rows = [...said].map(([code, events]) => {
    const state = events.reduce<LibraryEntry | undefined>(evolveLibrary, known.get(code))
    return {
      ...{ zone, code, state, event_id: state?.eventId },
      ...{ merged_into: state?.merged?.into ?? null, rung: state?.rung?.rung ?? null },
    }
  })
  await writeReferenceInTx(tx, LIBRARY, stamp, rows)
}

async function loadEntriesInTx(tx: ClientBase, zone: string, codes: readonly string[]) {
  const { rows } = await tx.query<{ code: string; state: unknown }>(
    'SELECT code, state FROM library WHERE zone = $1 AND code = ANY ($2::text[])',
    [zone, codes],
  )
  return new Map(rows.map(({ code, state }) => [code, LibraryEntry.parse(state)]))
}
