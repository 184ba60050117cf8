import { evolveExtension, type ExtensionSaid, type ExtensionState } from '@lianxi/domain/board/extension'
import type { ClientBase } from 'pg'
import { EXTENSION } from './tables'
import { writeReferenceInTx } from './write-versioned'

/** `subject` '': everything the body owes for the period. */
export type ExtensionKey = { period: string; body: string; subject: string }
export type ExtensionsSaid = Map<string, ExtensionKey & { region: string; said: ExtensionSaid[]; eventId: string }>

const keyOf = ({ period, body, subject }: ExtensionKey): string => `${period} ${body} ${subject}`

/** Notes one event of an extension, in the topic's order. */
export function collectExtension(into: ExtensionsSaid, said: ExtensionSaid, eventId: string): void {
  const { period, body, subject, region } = said.data
  const key = { period, body, subject: subject ?? '' }
  const name = keyOf(key)
  into.set(name, { ...key, region, said: [...(into.get(name)?.said ?? []), said], eventId })
}

/** Folds what was said of extensions onto what stands of each. */
export async function foldExtensionsInTx(
  tx: ClientBase,
  zone: string,
  stamp: string,
  extensions: ExtensionsSaid,
  onto: 'board' | 'nothing',
): Promise<void> {
  if (extensions.size === 0) return
  const known =
    onto === 'board' ? await loadInTx(tx, zone, [...extensions.values()]) : new Map<string, ExtensionState>()
  const rows = [...extensions].map(([name, { period, body, subject, region, said, eventId }]) => {
    const state = said.reduce<ExtensionState | undefined>(evolveExtension, known.get(name))
    return {
      ...{ zone, period, body, subject, region, due_at: state?.dueAt, reason: state?.reason, by: state?.by },
      ...{ person: state?.person, at: state?.at, ended_at: state?.endedAt, event_id: eventId },
    }
  })
  await writeReferenceInTx(tx, EXTENSION, stamp, rows)
}

type Row = ExtensionKey &
  Record<'dueAt' | 'at' | 'endedAt', Date | null> &
  Pick<ExtensionState, 'reason' | 'by' | 'person'>

async function loadInTx(tx: ClientBase, zone: string, keys: readonly ExtensionKey[]) {
  const { rows } = await tx.query<Row>(
    `SELECT period, body, subject, due_at AS "dueAt", reason, by, person, at, ended_at AS "endedAt" FROM extension
     JOIN jsonb_to_recordset($2::jsonb) AS k (period text, body text, subject text) USING (period, body, subject)
     WHERE extension.zone = $1`,
    [zone, JSON.stringify(keys.map(({ period, body, subject }) => ({ period, body, subject })))],
  )
  const iso = (moment: Date | null) => moment?.toISOString() ?? null
  return new Map(
    rows.map((row): [string, ExtensionState] => [
      keyOf(row),
      {
        ...{ reason: row.reason, by: row.by, person: row.person },
        ...{ dueAt: iso(row.dueAt), at: iso(row.at), endedAt: iso(row.endedAt) },
      },
    ]),
  )
}
