import { EVENTS, type EventType } from '../events/registry'
import { asyncApi } from './asyncapi'
import { envelopeSchema, eventSchema, schemaFile } from './json-schema'

const isType = (name: string): name is EventType => name in EVENTS
const print = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** Every file of docs/contracts by name, as text. */
export function contractFiles(): Map<string, string> {
  const schemas = Object.keys(EVENTS)
    .filter(isType)
    .map((type): [string, string] => [schemaFile(type), print(eventSchema(type))])
  return new Map([...schemas, ['envelope.schema.json', print(envelopeSchema())], ['asyncapi.json', print(asyncApi())]])
}

/** What differs between the contracts and a folder's files: missing, changed, or there without a reason. */
export function contractDifferences(wanted: Map<string, string>, found: Map<string, string>): string[] {
  const missing = [...wanted.keys()].filter((name) => !found.has(name)).map((name) => `${name}: missing`)
  const surplus = [...found.keys()].filter((name) => !wanted.has(name)).map((name) => `${name}: not a contract`)
  const changed = [...wanted]
    .filter(([name, text]) => found.has(name) && found.get(name) !== text)
    .map(([name]) => `${name}: differs from the source`)
  return [...missing, ...surplus, ...changed].sort()
}
