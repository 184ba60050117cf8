import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { EVENTS, type EventType, isEventType } from '../events/registry'
import { eventSchema, headerSchema } from './json-schema'

/**
 * What an outside system checks with: the generated schemas, read by a validator that knows nothing of zod. Formats are
 * off: beside each stands the pattern that says the same.
 */
const newValidator = () => new Ajv({ strict: false, validateFormats: false })

const FOLDER = fileURLToPath(new URL('../../fixtures/', import.meta.url))
const Fixture = z.object({ headers: z.record(z.string(), z.string()), data: z.record(z.string(), z.unknown()) })
const fixtures = Object.keys(EVENTS)
  .filter(isEventType)
  .flatMap((type) => readdirSync(`${FOLDER}${type}`).map((name) => ({ type, name })))

/** Parts a contract got after it was published: older events lack them. */
const ADDED_LATER = [
  'yearly',
  'parts',
  'from',
  'servedBy',
  'endedOn',
  'mechanism',
  'listLead',
  'relativeTo',
  'assignedBy',
  'attachments',
  'checks',
  'weight',
  'share',
  'statedBodies',
]
/** Those of one type, whose names are required parts of others. */
const ADDED_TO: Partial<Record<EventType, string[]>> = {
  'lianxi.indicator.listed.v1': ['frequency', 'releaseAfterDays', 'releasedBy', 'priceBasis', 'direction'],
  'lianxi.target.status-objected.v1': ['override'],
  'lianxi.target.revised.v1': ['fromYear', 'proposal', 'person'],
}

test.each(fixtures)('$type/$name keeps its JSON Schema', ({ type, name }) => {
  const fixture = Fixture.parse(JSON.parse(readFileSync(`${FOLDER}${type}/${name}`, 'utf8')))
  const ajv = newValidator()
  const dataIsValid = ajv.compile(eventSchema(type))
  const headersAreValid = ajv.compile(headerSchema(type))
  expect(dataIsValid(fixture.data), ajv.errorsText(dataIsValid.errors)).toBe(true)
  expect(headersAreValid(fixture.headers), ajv.errorsText(headersAreValid.errors)).toBe(true)

  expect(dataIsValid({ ...fixture.data, misspelt: 1 })).toBe(false)
  const { ce_id: _id, ...withoutId } = fixture.headers
  expect(headersAreValid(withoutId)).toBe(false)
  const added = [...ADDED_LATER, ...(ADDED_TO[type] ?? [])]
  for (const field of Object.keys(fixture.data).filter((field) => !added.includes(field))) {
    const { [field]: _field, ...without } = fixture.data
    expect(dataIsValid(without), `${field} is required`).toBe(false)
  }
})
