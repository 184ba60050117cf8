import { DEFAULT_RULE_SET } from '@lianxi/domain/status/default-rules'
import { eventSchema, type JsonSchema } from '@lianxi/schema/generate/json-schema'
import { EVENTS, type EventType, type LianxiEvent } from '@lianxi/schema/events/registry'
import { Frequency, periodsOf } from '@lianxi/schema/period'
import fc from 'fast-check'

/** Whose topics the drawn events are for: what they say about themselves must fit them. */
const OFFICE = { region: '510403', body: '510403-FGJ' }
const FROM = new Date('1990-01-01T00:00:00.000Z')
const TO = new Date('2060-12-31T23:59:59.999Z')
/** Mostly moments of a plan, now and then one at which a calendar could break; the contract decides. */
const MOMENT = fc.oneof(
  { weight: 9, arbitrary: fc.date({ min: FROM, max: TO, noInvalidDate: true }).map((at) => at.toISOString()) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0000-02-29T00:00:00.000Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999999Z'),
  },
)

/** Any event of a type that its contract takes, drawn from the published JSON Schema; extremes come often. */
export function arbitraryEvent(type: EventType): fc.Arbitrary<LianxiEvent> {
  const { schema } = EVENTS[type]
  return (
    arbitraryOf(eventSchema(type))
      .map((drawn) => consistent(Object(drawn) as Record<string, unknown>))
      .filter((data) => schema.safeParse(data).success)
      // Type and data come from the same entry of the registry; TypeScript cannot follow that through the union.
      .map((data) => ({ type, data }) as LianxiEvent)
  )
}

/** Rules between fields, which JSON Schema cannot say and chance would rarely meet. */
function consistent(data: Record<string, unknown>): Record<string, unknown> {
  const own = handedOver('region' in data && 'body' in data ? { ...data, ...OFFICE } : data)
  const { target, project, before, rules, fromYear } = own
  // Limits in order: of drawn ones hardly any are.
  if (isObject(rules)) return { ...own, rules: { ...DEFAULT_RULE_SET.rules, methods: rules.methods } }
  const revised = isObject(target) ? target : project
  if (isObject(revised) && isObject(before)) return { ...own, before: { ...before, code: revised.code } }
  // A proposal is about a target or a project.
  if (fromYear !== undefined && isObject(target) && isObject(project)) return { ...own, project: null }
  const content = own.content
  if (typeof content !== 'object' || content === null || !('value' in content)) return own
  return { ...own, content: { ...content, nil: content.value === null } }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A handover begins with a period of the duty's own year and frequency; years no period can name have none. */
function handedOver(data: Record<string, unknown>): Record<string, unknown> {
  if (!('from' in data) || !('frequency' in data)) return data
  const { from, year, frequency, ...whole } = data
  const period =
    typeof from === 'string' && Number(year) < 2050
      ? periodsOf(Number(year), Frequency.parse(frequency)).at(-1)
      : undefined
  return { ...whole, year, frequency, ...(period === undefined ? {} : { from: period }) }
}

function arbitraryOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(part))
  if (schema.type === 'null') return fc.constant(null)
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer') return fc.integer({ min: Number(schema.minimum), max: Number(schema.maximum) })
  if (schema.type === 'string') return textOf(schema)
  if (schema.type === 'array') return listOf(schema)
  if (schema.type !== 'object') throw new Error(`no values are drawn for ${JSON.stringify(schema)}`)
  return fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, of]) => [name, part(of)])))
}

function listOf({ minItems = 0, maxItems = 6, items }: JsonSchema): fc.Arbitrary<unknown[]> {
  if (typeof items !== 'object' || Array.isArray(items)) throw new Error('an array says what it holds')
  return fc.array(part(items), { minLength: minItems, maxLength: Math.min(maxItems, Math.max(minItems, 6)) })
}

const part = (schema: boolean | JsonSchema): fc.Arbitrary<unknown> => {
  if (typeof schema === 'boolean') throw new Error('a part of a contract is a schema')
  return arbitraryOf(schema)
}

function textOf({ format, pattern, maxLength = 100 }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'date-time') return MOMENT
  if (format === 'date') return MOMENT.map((at) => at.slice(0, 10))
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { maxLength })
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: Math.min(maxLength, 20) }),
    fc.constant('长'.repeat(maxLength)),
  )
}
