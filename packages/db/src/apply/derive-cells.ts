import { deriveCell, type Cell, type CellKey } from '@lianxi/domain/board/derive-cell'
import type { CellReports } from '@lianxi/domain/board/sub-state'
import type { ClientBase } from 'pg'
import { UnappliableEvent } from './classify-error'
import { loadCellsInTx } from './load-cells'
import { encodeCells, removeCellsInTx, writeCellsInTx } from './write-cells'

/** Writes what was derived under a stamp. The caller holds the board. */
export type WriteCells = (stamp: string) => Promise<void>
type Evolve = (key: CellKey, reports: CellReports | undefined) => CellReports | undefined

/**
 * Derives cells again from their inputs, up to what PostgreSQL is sent. Those that changed are written by what is given
 * back: in the same transaction, and as long as nobody else has written any of the inputs.
 */
export async function deriveCellsInTx(
  tx: ClientBase,
  keys: readonly CellKey[],
  evolve: Evolve = (_, reports) => reports,
): Promise<WriteCells> {
  const standing: Cell[] = []
  const places: (string | null)[] = []
  const gone: CellKey[] = []
  for (const loaded of await loadCellsInTx(tx, keys)) {
    const cell = byTheRules(() => deriveCell({ ...loaded, reports: evolve(loaded.key, loaded.reports) }))
    if (cell !== undefined) {
      standing.push(cell)
      places.push(loaded.place)
    } else if (loaded.place !== null) gone.push(loaded.key)
  }
  const encoded = encodeCells(standing, places)
  return async (stamp) => {
    await writeCellsInTx(tx, stamp, encoded)
    await removeCellsInTx(tx, stamp, gone)
  }
}

/** What the rules throw is the message's fault, never an outage: it is isolated and parked, the topic goes on. */
export function byTheRules<T>(derive: () => T): T {
  try {
    return derive()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new UnappliableEvent(`the rules do not take this event: ${reason}`, { cause: error })
  }
}
