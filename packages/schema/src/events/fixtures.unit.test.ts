import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { encodeEvent } from './encode'
import { parseMessage, type ParsedEvent } from './parse'
import { EVENTS } from './registry'
import { restoreEvent } from './restore'

/**
 * Every example ever published stays here and must parse for ever: topics keep their history without end, and a
 * replay reads all of it. A fixture is only ever added; one that no longer parses means a new version of its type.
 */
const FOLDER = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const Fixture = z.strictObject({
  topic: z.string(),
  key: z.string(),
  headers: z.record(z.string(), z.string()),
  data: z.unknown(),
})

const folders = readdirSync(FOLDER)
const files = folders.flatMap((type) => readdirSync(`${FOLDER}${type}`).map((name) => ({ type, name })))
const bytes = (text: string) => new TextEncoder().encode(text)

test('every event type has a fixture, and every folder is an event type', () => {
  expect(folders.sort()).toEqual(Object.keys(EVENTS).sort())
})

describe.each(files)('$type/$name', ({ type, name }) => {
  const { topic, key, headers, data } = Fixture.parse(JSON.parse(readFileSync(`${FOLDER}${type}/${name}`, 'utf8')))
  const onTheWire = Object.fromEntries(Object.entries(headers).map(([header, value]) => [header, bytes(value)]))
  const read = (): ParsedEvent => {
    const parsed = parseMessage({ topic, key: bytes(key), headers: onTheWire, value: bytes(JSON.stringify(data)) })
    if (!parsed.ok) throw new Error(`${parsed.reason}: ${parsed.detail}`)
    return parsed.event
  }

  test('is numbered', () => expect(name).toMatch(/^\d{2}-[a-z0-9-]+\.json$/))

  test('is a message the worker reads as an event of its type, nothing lost or added', () => {
    expect(read().type).toBe(type)
    expect(read().data).toEqual(data)
  })

  test('comes back from where the worker stored it as the same event', () => {
    const event = read()
    const { id, source, subject, time, traceparent } = event.envelope
    const stored = {
      topic,
      id,
      type: event.type,
      source,
      subject,
      data: JSON.parse(JSON.stringify(event.data)) as unknown,
    }
    expect(restoreEvent({ ...stored, occurredAt: new Date(time), traceparent: traceparent ?? null })).toEqual(event)
  })

  test('is what the outbox would send for that event', () => {
    const { envelope, topic: named, region: _region, period: _period, ...event } = read()
    const zone = 'zone' in named ? named.zone : 'Z-PX'
    const { id, source, time, traceparent } = envelope
    const encoded = encodeEvent(event, { id, zone, source, time, ...(traceparent !== undefined && { traceparent }) })
    expect({ ...encoded, value: JSON.parse(encoded.value) as unknown }).toEqual({
      id,
      topic,
      key,
      headers,
      value: data,
    })
  })
})
