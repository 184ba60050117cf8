import { documentKind } from '@lianxi/schema/document-kind'
import type { Cell, Sheet } from '@lianxi/office-files/plain-cell'
import { EMPTY } from '@lianxi/office-files/plain-cell'
import { PLAN_SHEETS, type PlanSheetKind, type TypeDecision } from '@lianxi/schema/commands/plan-import'
import { basis, planStatus } from '@lianxi/schema/vocabulary'
import { FIELDS } from './fields'

/**
 * A decision typed in as the workbook somebody would have filled in: one line of 规划, one of 目标 for each matter, under
 * the template's own heads. So it comes in by the same door, with the same checks and the same preview.
 */
export function decisionSheets(decision: TypeDecision): Sheet[] {
  const { name, issuedOn, dueYear, matters, region } = decision
  const year = Number(issuedOn.slice(0, 4))
  const document = {
    ...{ name: name.trim(), issuer: decision.issuer, documentNumber: decision.documentNumber, issuedOn },
    ...{ periodStart: String(year), periodEnd: String(Math.max(year, dueYear)), region: region ?? '' },
    ...{ status: planStatus.labels.issued, kind: documentKind.labels[decision.kind] },
  }
  const rows = matters.map((matter) => ({
    ...{ plan: name.trim(), name: matter.name.trim(), domain: matter.field, region: matter.region ?? region ?? '' },
    ...{ basis: basis.labels.flag, targetYear: String(dueYear), coBodies: matter.bodies, chapter: matter.article },
  }))
  return [sheetOf('plan', [document]), sheetOf('target', rows)]
}

function sheetOf(kind: PlanSheetKind, rows: readonly Record<string, string>[]): Sheet {
  const fields = FIELDS[kind].filter(({ name }) => rows.some((row) => name in row))
  const lines = [fields.map(({ head }) => head), ...rows.map((row) => fields.map(({ name }) => row[name] ?? ''))]
  return {
    name: PLAN_SHEETS[kind],
    hidden: false,
    rows: lines.map((texts, index) => ({ number: index + 1, cells: texts.map(cellOf) })),
  }
}

const cellOf = (said: string): Cell => {
  const text = said.trim()
  return text === '' ? EMPTY : { kind: 'text', text, percent: false, mergedFrom: null }
}
