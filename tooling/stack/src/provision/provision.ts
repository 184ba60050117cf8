import type { Admin } from 'kafkajs'
import { withAdmin, type Login } from '../kafka/client'
import { waitFor } from '../wait-for'
import { provisionAcls } from './acls'
import { allPrincipals, principalName, WORKER_GROUP } from './grants'
import { provisionTopics, topicNames } from './topics'
import type { Topology } from './topology'
import { provisionUsers } from './users'

/**
 * The first question for a group makes the broker create its offsets topic, which the worker would else wait for. On a
 * busy machine a new broker needs longer for it than KafkaJS asks: it is asked again, anything else it says is passed on.
 */
async function askForGroup(admin: Admin): Promise<void> {
  let last: unknown
  const answered = await waitFor(
    () =>
      admin.describeGroups([WORKER_GROUP]).catch((error: unknown) => {
        if (!(error instanceof Error) || error.name !== 'KafkaJSGroupCoordinatorNotFound') throw error
        last = error
        return undefined
      }),
    { timeoutMs: 60_000, everyMs: 500 },
  )
  if (answered === undefined) throw last
}

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
    groups: await askForGroup(admin),
  }))
  const users = await provisionUsers(login, passwords)
  const changes = [
    `${topics.created} topics created, ${topics.corrected} corrected`,
    `${acls.added} rights added, ${acls.removed} removed`,
    `${users.length} users created`,
  ]
  return changes.join('; ')
}
