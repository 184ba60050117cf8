import { environment } from '../env'
import { stopSignal } from '../process/stop-signal'
import { note } from '../progress'
import { Refusal } from '../refusal'
import { adminLogin } from './admin-login'
import { patientKafka } from './kafka'
import { count, progressLines } from './progress-lines'
import { sendToKafka } from './to-kafka'

/** Fills topics that were lost from the database, at their old offsets and moments. */
export async function republish(url: string): Promise<void> {
  const tell = progressLines('发布')
  const result = await sendToKafka({
    url,
    kafka: patientKafka(adminLogin()),
    owners: environment.WORKER_TOPIC_OWNERS,
    signal: stopSignal,
    onProgress: ({ sent, total }) => tell(sent, total),
  })
  if (result.kind === 'cancelled') {
    throw new Refusal('已取消；再次运行会接着发布。\nCancelled; running it again goes on from here.')
  }
  const { topics, whole, messages, fillers, unread } = result
  note(
    '发布',
    `${count(topics)} 主题 topics (${count(whole)} 完好 whole), ${count(messages)} 消息 messages, ` +
      `${count(fillers)} 重复占位 repeated, ${count(unread)} 待重新发布 to be published again`,
  )
  note('发布', '✓ 主题已恢复，可启动 worker · the topics are back, the worker may start')
}
