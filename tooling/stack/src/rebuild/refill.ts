import { environment } from '../env'
import { stopSignal } from '../process/stop-signal'
import { note } from '../progress'
import { Refusal } from '../refusal'
import { adminLogin } from './admin-login'
import { readFromKafka } from './from-kafka'
import { patientKafka } from './kafka'
import { count, peakMemory, progressLines } from './progress-lines'

/** Fills a migrated database that lost everything from the topics, under the moments of the messages. */
export async function refill(url: string): Promise<void> {
  const began = performance.now()
  const tell = progressLines('读取')
  const result = await readFromKafka({
    url,
    kafka: patientKafka(adminLogin()),
    owners: environment.WORKER_TOPIC_OWNERS,
    moments: environment.LIANXI_MODE === 'demo' ? 'said' : 'appended',
    signal: stopSignal,
    onProgress: ({ read, total }) => tell(read, total),
  })
  if (result.kind === 'cancelled') {
    throw new Refusal('已取消；再次运行会接着读。\nCancelled; running it again goes on from here.')
  }
  const { events, parked, topics } = result
  const speed = Math.round((events + parked) / ((performance.now() - began) / 1000))
  note(
    '读取',
    `${count(topics)} 主题 topics, ${count(events)} 事件 events, ${count(parked)} 待处理 parked, ${count(speed)}/s, ${peakMemory()}`,
  )
  note('读取', '✓ 看板已由 Kafka 恢复，可启动 worker · the board is back, the worker may start')
}
