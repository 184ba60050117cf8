import { readFileSync } from 'node:fs'
import type { Catalogue } from './catalogue'
import { checkProjects } from './check/check-projects'
import { checkReference } from './check/check-reference'
import { checkSourced } from './check/check-sourced'
import { checkTargets } from './check/check-targets'
import { type CatalogueIssue, formatIssue } from './issue'
import { readRows } from './read/read-rows'
import { MechanismRow } from './rows/mechanism'
import { ProjectRow } from './rows/project'
import {
  BaselineRow,
  BodyRow,
  ConfirmationRow,
  IndicatorRow,
  PlanRow,
  RegionRow,
  TaskRow,
  ZoneRow,
} from './rows/reference'
import { TargetRow } from './rows/target'

/** Text of a data file by its name; tests hand in files of their own. */
export type ReadFile = (file: string) => string
const readOwnFile: ReadFile = (file) => readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8')

/**
 * Reads and checks the whole catalogue. With any fault there is no catalogue, but the list of all faults:
 * half a catalogue must never be published.
 */
export function loadCatalogue(
  read: ReadFile = readOwnFile,
): { ok: true; catalogue: Catalogue } | { ok: false; issues: CatalogueIssue[] } {
  const issues: CatalogueIssue[] = []
  const from = (file: string, key?: string) => ({ file, text: read(file), ...(key === undefined ? {} : { key }) })
  const catalogue: Catalogue = {
    zones: readRows(from('regions.json', 'zones'), ZoneRow, issues),
    regions: readRows(from('regions.json', 'regions'), RegionRow, issues),
    bodies: readRows(from('bodies.json'), BodyRow, issues),
    confirmations: readRows(from('confirmations.json'), ConfirmationRow, issues),
    mechanisms: readRows(from('mechanisms.json'), MechanismRow, issues),
    indicators: readRows(from('indicators.json'), IndicatorRow, issues),
    plans: readRows(from('plans.json'), PlanRow, issues),
    baselines: readRows(from('baselines.jsonl'), BaselineRow, issues),
    targets: readRows(from('targets.jsonl'), TargetRow, issues),
    projects: readRows(from('projects.jsonl'), ProjectRow, issues),
    tasks: readRows(from('tasks.jsonl'), TaskRow, issues),
  }
  checkReference(catalogue, issues)
  checkSourced(catalogue, issues)
  checkTargets(catalogue, issues)
  checkProjects(catalogue, issues)
  return issues.length === 0 ? { ok: true, catalogue } : { ok: false, issues }
}

/** The shipped catalogue; throws with the whole list of faults, since a build with a broken catalogue is a bug. */
export function getCatalogue(): Catalogue {
  const loaded = loadCatalogue()
  if (loaded.ok) return loaded.catalogue
  throw new Error(`规划目录有 ${loaded.issues.length} 处错误：\n${loaded.issues.map(formatIssue).join('\n')}`)
}
