import type { BoardWriter } from '@lianxi/db/apply/board-writer'
import type { createKafka } from '../kafka/client'
import type { Logger } from 'pino'
import type { TopicAdmin } from '../kafka/admin'
import type { Position } from '../kafka/delivery'
import { openGroup, type Group, type GroupHandlers } from '../kafka/group'
import { startLoop } from '../loop'
import { createBatchHandler } from './apply-batch'
import { createConsumerStatus, type ConsumerStatus } from './consumer-status'
import { createPauses, type Pauses } from './pauses'
import { createProbe, type Probe } from './probe'
import { sameTopics, subscribable, type TopicFilter } from './topic-watch'

export type ConsumerOptions = {
  groupId: string
  filter: TopicFilter
  sessionTimeoutMs: number
  /** How often the list of topics is read. */
  pollMs: number
  /** How often every assigned partition is compared with the database. */
  probeMs: number
}
export type ConsumerDeps = {
  kafka: ReturnType<typeof createKafka>
  admin: TopicAdmin
  board: BoardWriter
  options: ConsumerOptions
  log: Logger
  /** The consumer cannot go on: the process must end, and a supervisor starts it again. */
  onCrash: (error: Error) => void
}
export type RunningConsumer = { status: ConsumerStatus; stop: () => Promise<void> }

/** The one membership of the group, and what the group gave to it. */
type Membership = { group: Group | undefined; topics: string[]; assigned: Position[]; unread: string[] }
type Parts = ConsumerDeps & { status: ConsumerStatus; member: Membership; probe: Probe; pauses: Pauses }

/**
 * Topic → board. Holds one consumer group membership for exactly the topics that exist; when the list changes it
 * leaves, subscribes and joins again, because KafkaJS never looks at the list itself.
 */
export function startConsumer(deps: ConsumerDeps): RunningConsumer {
  const { admin, board, options, log } = deps
  const status = createConsumerStatus(new Date())
  const member: Membership = { group: undefined, topics: [], assigned: [], unread: [] }
  const group = () => member.group
  const pauses = createPauses(group, status, log)
  const probe = createProbe({ board, admin, group, pauses, status, log })
  const parts: Parts = { ...deps, status, member, probe, pauses }
  const probing = startLoop({
    name: 'probe',
    everyMs: options.probeMs,
    log,
    step: async () => {
      for (const position of member.assigned) await probe.check(position)
    },
  })
  const handlers: GroupHandlers = {
    ...handlersOf(
      parts,
      () => probing.wake(),
      () => watching.wake(),
    ),
    onDelivery: createBatchHandler({ board, probe, pauses, status, log, group }),
  }
  const watching = startLoop({
    name: 'topics',
    everyMs: options.pollMs,
    log,
    step: () => followTopics(parts, handlers),
  })
  return {
    status,
    stop: async () => {
      await watching.stop()
      await probing.stop()
      await leave(parts)
      await admin.disconnect()
    },
  }
}

/** How far topics are that went to another worker is that one's to tell. */
function forgetOthers(status: ConsumerStatus, positions: Position[]): void {
  const mine = new Set(positions.map(({ topic }) => topic))
  for (const topic of status.lag.keys()) if (!mine.has(topic)) status.lag.delete(topic)
}

/** What KafkaJS tells between deliveries. */
function handlersOf(parts: Parts, probeNow: () => void, lookNow: () => void): Omit<GroupHandlers, 'onDelivery'> {
  const { status, member, log } = parts
  return {
    onJoined: (positions) => {
      member.assigned = positions
      forgetOthers(status, positions)
      parts.probe.forgetAll()
      status.unsubscribed = member.unread
      member.unread = []
      status.joined = true
      log.info({ topics: positions.map(({ topic }) => topic) }, 'joined the group')
      probeNow()
    },
    onFetched: () => {
      status.lastFetchAt = new Date()
    },
    onUnsubscribedTopics: (topics) => {
      // Told just before the join it belongs to.
      member.unread = topics
      log.error({ topics }, 'the group gave this worker topics it has not subscribed to')
      lookNow()
    },
    onCrash: (error) => {
      status.crashed = error.message
      parts.onCrash(error)
    },
  }
}

/** Subscribes anew when the list of topics is another one; a failure leaves no list, so that the next look tries again. */
async function followTopics(parts: Parts, handlers: GroupHandlers): Promise<void> {
  const { admin, options, status, member, kafka } = parts
  const wanted = subscribable(await admin.listTopics(), options.filter)
  status.listed = true
  if (sameTopics(wanted, member.topics)) return
  await leave(parts)
  status.expectsTopics = wanted.length > 0
  if (wanted.length > 0) {
    const { groupId, sessionTimeoutMs } = options
    member.group = openGroup(kafka, { groupId, topics: wanted, sessionTimeoutMs }, handlers)
    await member.group.join()
  }
  member.topics = wanted
}

async function leave({ pauses, status, member }: Parts): Promise<void> {
  const leaving = member.group
  pauses.cancelAll()
  member.group = undefined
  member.topics = []
  member.assigned = []
  status.joined = false
  status.unsubscribed = []
  await leaving?.leave()
}
