import { catalogueEvents } from '@lianxi/catalog/events/catalogue-events'
import { getCatalogue } from '@lianxi/catalog/load'
import { ZONE } from './regions'
import type { Subjects } from './year-lists'

/** Targets and projects of the demo's zone, as they are published. */
export function readSubjects(): Subjects {
  const subjects: Subjects = { targets: new Map(), projects: new Map() }
  const events = catalogueEvents(getCatalogue()).find(({ zone }) => zone === ZONE)?.events ?? []
  for (const { type, data } of events) {
    if (type === 'lianxi.target.listed.v1') subjects.targets.set(data.code, data)
    if (type === 'lianxi.project.listed.v1') subjects.projects.set(data.code, data)
  }
  return subjects
}
