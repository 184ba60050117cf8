import { describe, expect, test } from 'vitest'
import { classifySendFailure } from './send-failure'

/** As KafkaJS builds them: the protocol's name in `type`, wrapped in a retry error's cause. */
const protocol = (type: string) => Object.assign(new Error('refused'), { type })
const retried = (type: string) => new Error('retries exceeded', { cause: protocol(type) })

describe('why a send failed', () => {
  test('a forbidden or unknown topic blocks only itself', () => {
    expect(classifySendFailure(protocol('TOPIC_AUTHORIZATION_FAILED')).reach).toBe('topic')
    expect(classifySendFailure(retried('UNKNOWN_TOPIC_OR_PARTITION'))).toEqual({
      reach: 'topic',
      reason: 'UNKNOWN_TOPIC_OR_PARTITION',
    })
  })

  test('a message the broker never takes is refused', () => {
    expect(classifySendFailure(protocol('MESSAGE_TOO_LARGE')).reach).toBe('message')
  })

  test('everything else is an outage, also what is not known', () => {
    expect(classifySendFailure(new Error('Connection error')).reach).toBe('broker')
    expect(classifySendFailure(protocol('SOMETHING_NEW')).reach).toBe('broker')
    expect(classifySendFailure('text')).toEqual({ reach: 'broker', reason: 'text' })
  })
})
