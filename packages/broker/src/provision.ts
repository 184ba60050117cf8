import type { Admin } from 'kafkajs'
import { setTimeout as pause } from 'node:timers/promises'
import { provisionAcls } from './acls'
import { withAdmin, type Login } from './client'
import { allPrincipals, grantsFor, principalName, type Rights, type Topology, WORKER_GROUP } from './grants'
import { provisionTopics, topicNames } from './topics'
import { provisionUsers } from './users'

const GROUP_TRIES = 120
const GROUP_PAUSE_MS = 500

/**
 * The first question for a group makes the broker create its offsets topic, which the worker would else wait for. On a
 * busy machine a new broker needs longer for it than KafkaJS asks: it is asked again, anything else it says is passed on.
 */
async function askForGroup(admin: Admin): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return void (await admin.describeGroups([WORKER_GROUP]))
    } catch (error) {
      if (!isNotYet(error) || tries === GROUP_TRIES) throw error
      await pause(GROUP_PAUSE_MS)
    }
  }
}

/** No coordinator yet, or one that still reads its topic: KafkaJS takes the second for final and wraps it. */
function isNotYet(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const loading = 'type' in error && error.type === 'GROUP_LOAD_IN_PROGRESS'
  return loading || error.name === 'KafkaJSGroupCoordinatorNotFound' || isNotYet(error.cause)
}

/** Names of every user the broker could know, `admin` first. */
export const userNames = ({ regions }: Topology): string[] => allPrincipals(regions).map(principalName)

/** Rights of the product's own users, and of those regions' users that are handed out. */
const rightsOf = ({ regions }: Topology, handedOut: Readonly<Record<string, string>>): Rights[] =>
  allPrincipals(regions)
    .filter((principal) => principal.role !== 'region' || principalName(principal) in handedOut)
    .map((principal) => ({ principal: principalName(principal), grants: grantsFor(principal) }))

/**
 * Topics, users and rights as the topology says, before anything of ours runs; from then on the worker's admin part
 * keeps the regions' part. Rights come before users: a new credential never sees more than it may. Regions' users that
 * are not named here keep what they have: whether they may is for the database to say.
 */
export async function provision(
  login: Login,
  wanted: Topology,
  passwords: Readonly<Record<string, string>>,
): Promise<string> {
  const { topics, acls } = await withAdmin(login, async (admin) => ({
    topics: await provisionTopics(admin, topicNames(wanted)),
    acls: await provisionAcls(admin, rightsOf(wanted, passwords)),
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
