import { evolveExtension, type ExtensionSaid, type ExtensionState, GivenTime } from '@lianxi/domain/board/extension'
import type { ClientBase } from 'pg'
import { z } from 'zod'
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
    const { dueAt: due_at, ...standing } = state?.given.at(-1) ?? NOTHING_GIVEN
    const earlier = state?.given.slice(0, -1) ?? []
    return {
      ...{ zone, period, body, subject, region, due_at, ...standing, earlier },
      ...{ ended_at: state?.endedAt, event_id: eventId },
    }
  })
  await writeReferenceInTx(tx, EXTENSION, stamp, rows)
}

const NOTHING_GIVEN = { dueAt: null, reason: null, by: null, person: null, at: null }

type Row = ExtensionKey & { given: unknown; endedAt: Date | null }

async function loadInTx(tx: ClientBase, zone: string, keys: readonly ExtensionKey[]) {
  const { rows } = await tx.query<Row>(
    `SELECT period, body, subject, ended_at AS "endedAt", earlier || CASE WHEN due_at IS NULL THEN '[]' ELSE
       jsonb_build_array(jsonb_build_object('dueAt', due_at, 'reason', reason, 'by', by, 'person', person, 'at', at)) END
       AS given
     FROM extension JOIN jsonb_to_recordset($2::jsonb) AS k (period text, body text, subject text)
     USING (period, body, subject) WHERE extension.zone = $1`,
    [zone, JSON.stringify(keys.map(({ period, body, subject }) => ({ period, body, subject })))],
  )
  return new Map(
    rows.map((row): [string, ExtensionState] => [
      keyOf(row),
      { given: Given.parse(row.given), endedAt: row.endedAt?.toISOString() ?? null },
    ]),
  )
}

/** PostgreSQL spells a moment in its own way. */
const Given = z
  .array(z.looseObject({ dueAt: z.string(), at: z.string() }))
  .transform((given) =>
    given.map((one) =>
      GivenTime.parse({ ...one, dueAt: new Date(one.dueAt).toISOString(), at: new Date(one.at).toISOString() }),
    ),
  )
