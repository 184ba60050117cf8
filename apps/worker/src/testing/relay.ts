import { publishPending } from '@lianxi/db/outbox/relay-store'
import { createPool } from '@lianxi/db/pool'
import { createKafka, IMPATIENT, type KafkaConnection } from '../kafka/client'
import { createEventProducer } from '../kafka/producer'
import { listenTo } from '../listener'
import { startRelay, type RunningRelay } from '../relay/relay'
import { connectionAs } from './connection'
import { quiet, type World } from './world'

/** The relay in this process, with the broker's own relay user, as the worker composes it. */
export function startTestRelay(world: World, connection: KafkaConnection = connectionAs('relay')): RunningRelay {
  const pool = createPool(world.databaseUrl, { max: 3, applicationName: 'manual-relay' })
  const relay = startRelay({
    producer: createEventProducer(createKafka(connection, 'manual-relay', quiet, IMPATIENT)),
    publishPending: (pass) => publishPending(pool, pass),
    log: quiet,
    everyMs: 1_000,
  })
  const listener = listenTo({ pool, channel: 'outbox', log: quiet, onInserted: relay.wake })
  let stopped: Promise<void> | undefined
  const stop = () =>
    (stopped ??= listener
      .stop()
      .then(relay.stop)
      .then(() => pool.end()))
  world.endWith(stop)
  return { ...relay, stop }
}
