import { v4 } from 'uuid'

type Given = {
  office: { zone: string; region: string }
  report: { subject: string; period: string }
  writers: readonly string[]
}

/** The access matrix's part of several reports at once, written by hand: a sample of input and who gets through. */
export function sheetMatrix({ office, report: { subject, period }, writers }: Given) {
  const sheet = { ...office, body: `${office.region}-FGJ`, period }
  const rows = [{ subject, period, expectedVersion: 999 }]
  const pressed = () => ({ ...office, idempotencyKey: v4() })
  const written = rows.map((row) => ({ ...row, entry: { kind: 'target', value: '1' } }))
  return {
    'office.sheet.all': { input: () => ({ ...office, period }), allowed: writers },
    'office.sheet.template': { input: () => sheet, allowed: writers },
    'office.sheet.upload': {
      input: () => ({ ...sheet, fileName: 'a.xlsx', file: new Uint8Array(4) }),
      allowed: writers,
    },
    'office.sheet.view': { input: () => ({ ...office, id: v4() }), allowed: writers },
    'office.sheet.marked': { input: () => ({ ...office, id: v4() }), allowed: writers },
    'office.sheet.saveRows': { input: () => ({ ...pressed(), id: v4(), rows }), allowed: writers },
    'office.grid': { input: () => office, allowed: writers },
    'report.saveMany': { input: () => ({ ...pressed(), reports: written }), allowed: writers },
    'report.submitMany': { input: () => ({ ...pressed(), reports: written }), allowed: writers },
    'report.nil': { input: () => ({ ...pressed(), reports: rows }), allowed: writers },
    'report.submitDrafts': { input: () => ({ ...pressed(), reports: rows }), allowed: writers },
  }
}
