import { cellsOf } from '@lianxi/domain/report-sheet/cells-of'
import type { Entry } from '@lianxi/schema/commands/entry'
import type { ReportKey } from '@lianxi/schema/commands/report'
import type { OfficeForm } from '@lianxi/schema/views/office'
import type { VersionConflict } from '@lianxi/schema/views/result'
import type { LocalDraft } from './local-draft'

/** What the form shows and sends: the local text if there is any, else what the server has, else the prefill. */
export type Working = Pick<LocalDraft, 'entry' | 'correctionReason' | 'reasons' | 'kept'>
export type OnServer = Pick<OfficeForm, 'report' | 'prefill'>
/** Somebody else's newer version. */
export type Other = Pick<VersionConflict, 'version' | 'state' | 'theirs' | 'by' | 'at'>

export const draftKey = (userId: string, { zone, subject, region, period }: ReportKey): string =>
  [userId, zone, subject, region, period].join(':')

export function serverWorking({ report, prefill }: OnServer): Working {
  return {
    entry: report?.entry ?? prefill,
    correctionReason: report?.correctionReason ?? '',
    reasons: Object.fromEntries((report?.warningReasons ?? []).map(({ code, reason }) => [code, reason])),
    kept: {},
  }
}

/** The page shows the server's own copy of what was saved: the local one may go. */
export const hasArrived = ({ report }: OnServer, draft: LocalDraft | null): boolean =>
  draft !== null && draft.saved && (report?.version ?? 0) >= draft.base

/** Text kept in a cell goes when its field was filled in another way. */
function stillKept(kept: Working['kept'], entry: Entry): Working['kept'] {
  const cells = cellsOf(entry)
  return Object.fromEntries(Object.entries(kept).filter(([field]) => (cells[field] ?? '') === ''))
}

type Base = { mine: LocalDraft | null; working: Working; version: number; at: string }

/** The draft after a change, over the version it was begun on. */
export function changedDraft({ mine, working, version, at }: Base, next: Partial<Working>): LocalDraft {
  const { entry, correctionReason, reasons, kept } = { ...working, ...next }
  const left = next.kept === undefined ? stillKept(kept, entry) : kept
  return { base: mine?.base ?? version, saved: false, at, entry, correctionReason, reasons, kept: left }
}

type Taken = { now: LocalDraft | null; working: Working; at: string }

/** The server took what was sent as version `taken`; what was typed since is kept as a change over it. */
export function takenDraft({ now, working, at }: Taken, sent: Entry, taken: number): LocalDraft {
  const same = now === null || JSON.stringify(now.entry) === JSON.stringify(sent)
  return { ...(now ?? { ...working, at }), base: taken, saved: same }
}

/** What is sent of it; `codes`: the warnings it has now, others need no reason any more. */
export function writtenOf({ entry, correctionReason, reasons }: Working, codes: readonly string[]) {
  const given = Object.entries(reasons).filter(([code, reason]) => codes.includes(code) && reason.trim() !== '')
  return {
    entry,
    correctionReason: correctionReason.trim() === '' ? null : correctionReason,
    warningReasons: given.map(([code, reason]) => ({ code, reason })),
  }
}

/** Somebody else's newer version, as the last answer or the page tells it. */
export function otherOf({ report }: OnServer, base: number, told: Other | undefined): Other | undefined {
  if (told !== undefined && told.version > base) return told
  if (report === null || report.version <= base) return undefined
  const { version, state, entry: theirs, authorName: by, updatedAt: at } = report
  return { version, state, theirs, by, at }
}
