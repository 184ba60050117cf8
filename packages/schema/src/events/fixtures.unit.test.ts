import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findTopic } from '../topics'
import { Envelope } from './envelope'
import { EVENTS, isEventType } from './registry'

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
const attributesOf = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name === 'content-type' ? 'datacontenttype' : name.replace(/^ce_/, ''),
      value,
    ]),
  )

test('every event type has a fixture, and every folder is an event type', () => {
  expect(folders.sort()).toEqual(Object.keys(EVENTS).sort())
})

describe.each(files)('$type/$name', ({ type, name }) => {
  const fixture = Fixture.parse(JSON.parse(readFileSync(`${FOLDER}${type}/${name}`, 'utf8')))

  test('is numbered', () => expect(name).toMatch(/^\d{2}-[a-z0-9-]+\.json$/))

  test('still parses, and parsing changes nothing', () => {
    if (!isEventType(type)) throw new Error(`${type} is not an event type`)
    expect(EVENTS[type].schema.parse(fixture.data)).toEqual(fixture.data)
  })

  test('has a valid envelope whose subject is the message key', () => {
    const envelope = Envelope.parse(attributesOf(fixture.headers))
    expect(envelope.type).toBe(type)
    expect(envelope.subject).toBe(fixture.key)
  })

  test('stands on the one kind of topic that may carry it', () => {
    if (!isEventType(type)) throw new Error(`${type} is not an event type`)
    expect(findTopic(fixture.topic)?.kind).toBe(EVENTS[type].topic)
  })
})
