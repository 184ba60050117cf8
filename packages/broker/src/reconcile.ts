import { Slot } from '@lianxi/schema/vocabulary'
import { provisionAcls } from './acls'
import { withAdmin, type Login } from './client'
import { grantsFor, regionUser, type ReportingRegion, type Rights } from './grants'
import { provisionTopics, topicNames } from './topics'

/** A region and those of its two credentials that are handed out; the other has no rights, whatever it had before. */
type Region = ReportingRegion & { issued: readonly Slot[] }

const rightsOf = (region: Region): Rights[] =>
  Slot.options.map((credential) => ({
    principal: regionUser(region.code, credential),
    grants: region.issued.includes(credential) ? grantsFor({ role: 'region', region, credential }) : [],
  }))

export type Reconciled = { created: number; corrected: number; added: number; removed: number }

/**
 * Makes topics and regions' rights what is wanted, while everything runs; harmless to repeat. Topics are never deleted:
 * history is for ever. Rights are taken away before topics are made: taking away is what may not wait.
 */
export const reconcile = (
  login: Login,
  { zones, regions }: { zones: readonly string[]; regions: readonly Region[] },
): Promise<Reconciled> =>
  withAdmin(login, async (admin) => ({
    ...(await provisionAcls(admin, regions.flatMap(rightsOf))),
    ...(await provisionTopics(admin, topicNames({ zones, regions }))),
  }))
