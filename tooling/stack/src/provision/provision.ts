import { withAdmin, type Login } from '../kafka/client'
import { provisionAcls } from './acls'
import { allPrincipals, principalName, WORKER_GROUP } from './grants'
import { provisionTopics, topicNames } from './topics'
import type { Topology } from './topology'
import { provisionUsers } from './users'

/** Names of every user the broker should know, `admin` first. */
export const userNames = ({ regions }: Topology): string[] => allPrincipals(regions).map(principalName)

/**
 * Topics, users and rights as the topology says. Repeating it adds what is missing while everything runs, so a region
 * added later needs no restart. Rights come before users: a new credential never sees more than it may.
 */
export async function provision(
  login: Login,
  wanted: Topology,
  passwords: Readonly<Record<string, string>>,
): Promise<string> {
  const { topics, acls } = await withAdmin(login, async (admin) => ({
    topics: await provisionTopics(admin, topicNames(wanted.zones, wanted.regions)),
    acls: await provisionAcls(admin, allPrincipals(wanted.regions)),
    // The first question for a group makes the broker create its offsets topic, which the worker would else wait for.
    groups: await admin.describeGroups([WORKER_GROUP]),
  }))
  const users = await provisionUsers(login, passwords)
  const changes = [
    `${topics.created} topics created, ${topics.corrected} corrected`,
    `${acls.added} rights added, ${acls.removed} removed`,
    `${users.length} users created`,
  ]
  return changes.join('; ')
}
