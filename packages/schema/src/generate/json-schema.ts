import { z } from 'zod'
import { Envelope } from '../events/envelope'
import { EVENTS, type EventType } from '../events/registry'

/** A JSON Schema of draft 7: the draft AsyncAPI 3.0 payloads are read in. */
export type JsonSchema = z.core.JSONSchema.BaseSchema

/** Rules between fields that draft 7 cannot say are written out here; the worker checks them all the same. */
const RULES: Partial<Record<EventType, string>> = {
  'lianxi.target.progress-reported.v1':
    'A report that replaces another carries a correctionReason; content.nil is true exactly when content.value is null.',
  'lianxi.project.progress-reported.v1':
    'A report that replaces another carries a correctionReason; content.stage is null only when content.nil is true, and then no figure is given either; content.investedTotalWan is not below content.investedYearWan; names of milestones and texts of matters are not blank.',
  'lianxi.report.returned.v1': 'reason is not blank.',
}

const draft7 = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })

/** Schema of one event type's data, titled as the interface titles it. */
export function eventSchema(type: EventType): JsonSchema {
  const { title, schema } = EVENTS[type]
  const rule = RULES[type]
  return { $id: schemaFile(type), title, ...(rule && { description: rule }), ...draft7(schema) }
}

export const schemaFile = (type: EventType): string => `${type}.schema.json`

/** The context attributes by their CloudEvents names, before they become headers. */
export function envelopeSchema(): JsonSchema {
  return { $id: 'envelope.schema.json', title: 'CloudEvents 信封', ...draft7(Envelope) }
}

/**
 * The same as Kafka headers in binary mode: `ce_<attribute>`, except `datacontenttype`, which the Kafka protocol
 * binding of CloudEvents calls `content-type`.
 */
export function headerSchema(type: EventType): JsonSchema {
  const envelope = draft7(Envelope)
  const attributes = { ...envelope.properties, type: { type: 'string', const: type } satisfies JsonSchema }
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(attributes).map(([name, schema]) => [headerName(name), schema])),
    required: (envelope.required ?? []).map(headerName),
  }
}

const headerName = (attribute: string): string => (attribute === 'datacontenttype' ? 'content-type' : `ce_${attribute}`)
