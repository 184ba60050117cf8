import { z } from 'zod'
import { DEFAULT_RULE_SET } from '@lianxi/domain/status/default-rules'
import { measuredWords } from '@lianxi/domain/status/measured-words'
import { StatusMethod } from '@lianxi/schema/status-vocabulary'
import { CellStatus, StatusMark, type StatusView } from '@lianxi/schema/views/status'
import { sql } from '../../client'
import type { Frame } from '../moment/frame'
import { periodEnd, stampText } from '../base/parts'
import { regionName } from '../base/reference'
import { readRuleSets } from '../../rule-set/read'
import { markJson } from './read'
import { inputsOf, inputWords, StatusDetail } from './inputs'

/** Statuses of every cell of a subject. */
export async function readCellStatuses(
  { db, board, reference, regions }: Frame,
  subject: string,
): Promise<CellStatus[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT ${markJson('st')} || jsonb_build_object('region', st.region, 'period', st.period) AS row
    FROM ${board.status} st
    WHERE st.zone = ${reference.zone.code} AND st.subject = ${subject} AND st.region = ANY(${regions})`)
  return rows.map(({ row }) => CellStatus.parse(row))
}

const Earlier = StatusMark.extend({ since: z.string(), until: z.string() })
const Row = StatusMark.extend({
  ...{ region: z.string(), period: z.string(), method: StatusMethod, ruleSet: z.int(), since: z.string() },
  ...{ detail: StatusDetail, earlier: z.array(Earlier) },
})

const EARLIER_SHOWN = 20

/**
 * Of each region the status of its latest period that says something, with all it rests on and what was said of that
 * very cell before; what is not due says least.
 */
export async function readStanding({ db, board, reference, regions }: Frame, subject: string): Promise<StatusView[]> {
  const { asOf } = board
  const adopted = await readRuleSets(db, reference.zone.code)
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT ${markJson('st')} || jsonb_build_object('region', st.region, 'period', st.period, 'method', st.method,
      'ruleSet', st.rule_set, 'detail', st.detail, 'since', ${stampText('st.valid_from')},
      'earlier', (
        SELECT coalesce(jsonb_agg(${markJson('h')} || jsonb_build_object('since', ${stampText('h.since')},
          'until', ${stampText('h.until')}) ORDER BY h.since DESC), '[]')
        FROM (
          SELECT o.zone, o.status, o.computed, o.sentence, o.override, o.objection, lower(o.valid) AS since, upper(o.valid) AS until
          FROM status_history o
          WHERE o.zone = st.zone AND o.subject = st.subject AND o.region = st.region AND o.period = st.period
            AND (${asOf}::timestamptz IS NULL OR upper(o.valid) <= ${asOf}::timestamptz)
          ORDER BY lower(o.valid) DESC LIMIT ${EARLIER_SHOWN}) h)) AS row
    FROM (
      SELECT DISTINCT ON (c.region) c.* FROM ${board.status} c
      WHERE c.zone = ${reference.zone.code} AND c.subject = ${subject} AND c.region = ANY(${regions})
      ORDER BY c.region, c.status = 'not-due', ${periodEnd('c')} DESC, c.period) st
    ORDER BY st.region`)
  return rows.map(({ row }) => {
    const { detail, ...view } = Row.parse(row)
    const { inputs: stored, measure, ...judged } = detail
    const inputs = inputsOf(stored)
    const { rules } = adopted.find(({ version }) => version === view.ruleSet) ?? DEFAULT_RULE_SET
    const words = measuredWords({ ...judged, measure, method: view.method, inputs }, rules)
    return {
      ...{ ...view, ...judged, region: regionName(reference, view.region), inputs: inputWords(inputs) },
      ...{ expected: words.expected, actual: words.actual },
      measure: measure === null || words.measure === null ? null : { kind: measure.kind, value: words.measure },
    }
  })
}
