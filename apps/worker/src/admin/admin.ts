import type { Login } from '@lianxi/broker/client'
import { regionUser } from '@lianxi/broker/grants'
import { reconcile } from '@lianxi/broker/reconcile'
import { dropUser, putUser } from '@lianxi/broker/users'
import type { PendingCommand } from '@lianxi/db/broker/credential-commands'
import type { WantedTopology } from '@lianxi/db/broker/wanted-topology'
import type { Logger } from 'pino'
import { startLoop } from '../loop'

/** Without a change in the database the broker is compared with it this often: somebody may have changed it by hand. */
const COMPARE_MS = 60_000

export type AdminStatus = {
  readonly startedAt: Date
  lastPassAt: Date | undefined
  /** Another process does this part's work; this one would take over. */
  standingBy: boolean
  credentialsChanged: number
}
export type AdminStore = {
  /** False when another process holds the part. */
  oneAtATime: (work: () => Promise<void>) => Promise<boolean>
  readWantedTopology: () => Promise<WantedTopology>
  readPendingCommands: () => Promise<PendingCommand[]>
  finishCommand: (id: string, failure: string | null) => Promise<void>
}
export type AdminDeps = {
  store: AdminStore
  login: Login
  /** Regions and zones this installation may touch on a shared broker; empty: all. */
  owners: readonly string[]
  log: Logger
  everyMs: number
}
export type RunningAdmin = { status: AdminStatus; wake: () => void; stop: () => Promise<void> }

/** The last thing the broker was made to hold, and when. */
type Memory = { told: string; comparedAt: number }

/**
 * Database → broker: topics of new zones and regions, rights of channels and credentials, credentials themselves; no
 * restart of anything. What cannot be done now is an outage and tried again; what the broker refuses is told.
 */
export function startAdmin(deps: AdminDeps): RunningAdmin {
  const { store, log, everyMs } = deps
  const status: AdminStatus = {
    startedAt: new Date(),
    lastPassAt: undefined,
    standingBy: false,
    credentialsChanged: 0,
  }
  const memory: Memory = { told: '', comparedAt: 0 }
  const loop = startLoop({
    name: 'admin',
    everyMs,
    log,
    step: async () => {
      const mine = await store.oneAtATime(() => pass(deps, memory, status))
      status.standingBy = !mine
      if (!mine) memory.told = '' // another process may make changes this one will not hear of
      status.lastPassAt = new Date()
    },
  })
  return { status, wake: loop.wake, stop: loop.stop }
}

/** Commands are read before the topology, so it holds at least what they ask: rights are right before they are run. */
async function pass(deps: AdminDeps, memory: Memory, status: AdminStatus): Promise<void> {
  const { store, owners, log } = deps
  const isOurs = (owner: string) => owners.length === 0 || owners.includes(owner)
  const commands = (await store.readPendingCommands()).filter(({ region }) => isOurs(region))
  const { zones, regions } = await store.readWantedTopology()
  const wanted = { zones: zones.filter(isOurs), regions: regions.filter(({ code }) => isOurs(code)) }
  const telling = JSON.stringify(wanted)
  if (telling !== memory.told || Date.now() - memory.comparedAt > COMPARE_MS) {
    const changes = await reconcile(deps.login, wanted)
    Object.assign(memory, { told: telling, comparedAt: Date.now() })
    if (Object.values(changes).some((count) => count > 0)) log.info(changes, 'broker changed')
  }
  const known = new Set(wanted.regions.map(({ code }) => code))
  for (const command of commands) {
    await run(deps, command, known.has(command.region))
    status.credentialsChanged += 1
  }
}

async function run({ store, login, log }: AdminDeps, command: PendingCommand, known: boolean): Promise<void> {
  const { id, kind, region, slot } = command
  const user = regionUser(region, slot)
  const change = known ? await tell(login, user, command) : { ok: false as const, refused: `行政区 ${region} 未登记` }
  await store.finishCommand(id, change.ok ? null : change.refused)
  const line = { command: id, kind, user }
  if (change.ok) log.info(line, 'credential changed')
  else log.error({ ...line, refused: change.refused }, 'credential not changed')
}

/** Rights were settled before: granted to a slot that is issued, gone from one that is revoked. */
function tell(login: Login, user: string, command: PendingCommand) {
  switch (command.kind) {
    case 'issue':
      return putUser(login, user, command.verifier)
    case 'revoke':
      return dropUser(login, user)
    default:
      return command satisfies never
  }
}
