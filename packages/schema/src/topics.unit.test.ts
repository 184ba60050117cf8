import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTopic, MAX_EVENT_BYTES, regionTopic, TOPIC_SETTINGS, zoneTopic } from './topics'

const region = fc.stringMatching(/^\d{6}$/)
const zone = fc.stringMatching(/^Z-[A-Z]{2,8}$/)

describe('a topic’s name', () => {
  test('is read back to its region and kind', () => {
    fc.assert(
      fc.property(region, fc.constantFrom('target' as const, 'project' as const), (code, kind) => {
        const name = regionTopic(code, kind)
        expect(findTopic(name)).toEqual({ name, kind, region: code })
      }),
    )
  })

  test('is read back to its zone and kind', () => {
    fc.assert(
      fc.property(zone, fc.constantFrom('meeting' as const, 'plan' as const), (code, kind) => {
        const name = zoneTopic(code, kind)
        expect(findTopic(name)).toEqual({ name, kind, zone: code })
      }),
    )
  })

  test.each([
    'lianxi.510403.meeting.v1',
    'lianxi.Z-PX.target.v1',
    'lianxi.510403.target.v2',
    'lianxi.510403.target.v1.dead',
    'lianxi.51040.target.v1',
    'other.510403.target.v1',
    'lianxi..target.v1',
    '__consumer_offsets',
    '',
  ])('%j is not ours', (name) => expect(findTopic(name)).toBeUndefined())

  test('any other text is not ours', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(findTopic(name)).toBeUndefined()
      }),
    )
  })
})

test('an event the web publishes fits into a message of its topic, headers included', () => {
  expect(MAX_EVENT_BYTES).toBeLessThan(Number(TOPIC_SETTINGS['max.message.bytes']) - 50_000)
})
