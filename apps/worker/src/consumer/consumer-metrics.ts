import type { Registry } from 'prom-client'
import { Histogram } from 'prom-client'
import { addCounter, addGauge, ageSeconds } from '../health/metric'
import type { ConsumerStatus } from './consumer-status'

const MESSAGES = [1, 10, 50, 100, 250, 500, 1_000, 2_000, 3_000]
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** The consumer's figures; lag is in messages and leaves out the topics that went to another worker. */
export function addConsumerMetrics(registry: Registry, status: ConsumerStatus): void {
  const { counters } = status
  addGauge(registry, 'fetch_age_seconds', 'since the last fetch', () => ageSeconds(status.lastFetchAt))
  addGauge(registry, 'commit_age_seconds', 'since the last committed chunk', () => ageSeconds(status.lastCommitAt))
  addGauge(registry, 'topics_halted', 'topics stopped until a person looks', () => status.halted.size)
  addGauge(registry, 'topics_waiting', 'topics paused and trying again', () => status.waiting.size)
  addGauge(
    registry,
    'topics_unsubscribed',
    'topics given to this worker but unknown to it',
    () => status.unsubscribed.length,
  )
  addGauge(registry, 'lag_messages', 'messages behind the high watermark', () => status.lag, 'topic')
  addCounter(registry, 'events_applied_total', 'events applied', () => counters.events)
  addCounter(registry, 'messages_parked_total', 'messages parked', () => counters.parked)
  addCounter(registry, 'messages_duplicate_total', 'messages seen before', () => counters.duplicates)
  addCounter(registry, 'gaps_accepted_total', 'gaps in topics accepted', () => counters.gaps)
  addCounter(registry, 'chunks_committed_total', 'transactions', () => counters.chunks)
  const registers = [registry]
  const sizes = new Histogram({
    name: 'lianxi_worker_chunk_messages',
    help: 'messages a chunk',
    buckets: MESSAGES,
    registers,
  })
  const times = new Histogram({
    name: 'lianxi_worker_chunk_seconds',
    help: 'seconds a chunk, from parsing to COMMIT',
    buckets: SECONDS,
    registers,
  })
  status.onChunk = ({ messages, seconds }) => {
    sizes.observe(messages)
    times.observe(seconds)
  }
}
