/**
 * Why a send failed, as far as the relay must tell it apart:
 * `message`: this message will never be taken; `topic`: this topic alone cannot be written now; `broker`: nothing can.
 */
export type SendFailure = { reach: 'message' | 'topic' | 'broker'; reason: string }
export type Blockage = { reach: 'topic' | 'broker'; reason: string }

const MESSAGE = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_RECORD',
  'CORRUPT_MESSAGE',
  'INVALID_TIMESTAMP',
])
const TOPIC = new Set([
  'TOPIC_AUTHORIZATION_FAILED',
  'UNKNOWN_TOPIC_OR_PARTITION',
  'INVALID_TOPIC_EXCEPTION',
  'NOT_LEADER_FOR_PARTITION',
  'LEADER_NOT_AVAILABLE',
  'NOT_ENOUGH_REPLICAS',
  'NOT_ENOUGH_REPLICAS_AFTER_APPEND',
])

function protocolType(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('type' in error && typeof error.type === 'string') return error.type
  return protocolType(error.cause)
}

export function classifySendFailure(error: unknown): SendFailure {
  const type = protocolType(error)
  const reason = type ?? (error instanceof Error ? error.message : String(error))
  if (type !== undefined && MESSAGE.has(type)) return { reach: 'message', reason }
  if (type !== undefined && TOPIC.has(type)) return { reach: 'topic', reason }
  return { reach: 'broker', reason }
}
