import type { Chance } from './chance'
import { dataOf, headersOf, type Message, messageOf, type Said, typeOf } from './message'
import { bodyOf, REGIONS } from './world'

export type Poison = { message: Message; reasons: readonly string[] }
type Kind = { reasons: readonly string[]; make: (said: Said, draw: Chance) => Message }

const valued = (said: Said, value: Buffer | string | null): Message => ({
  ...messageOf(said),
  value: typeof value === 'string' ? Buffer.from(value) : value,
})
const titled = (said: Said, headers: Message['headers']): Message => ({
  ...messageOf(said),
  headers: { ...headersOf(said), ...headers },
})
const changed = (said: Said, change: object): Message => valued(said, JSON.stringify({ ...dataOf(said), ...change }))
const without = (said: Said, name: string): Message => ({
  ...messageOf(said),
  headers: Object.fromEntries(Object.entries(headersOf(said)).filter(([key]) => key !== name)),
})
const elsewhere = (said: Said): string => REGIONS.find(({ code }) => code !== said.region)?.code ?? '510400'

/** Ways in which a message is no event. Each has the reasons an administrator would accept for it. */
const KINDS: readonly Kind[] = [
  { reasons: ['not-json'], make: (said) => valued(said, '{"zone":') },
  { reasons: ['not-utf8'], make: (said) => valued(said, Buffer.from([0x7b, 0xff, 0xfe, 0x7d])) },
  { reasons: ['no-data'], make: (said) => valued(said, Buffer.alloc(0)) },
  { reasons: ['no-data'], make: (said) => valued(said, null) },
  {
    reasons: ['bad-json'],
    make: (said) => valued(said, `{"__proto__":{"zone":"Z-PX"},${JSON.stringify(dataOf(said)).slice(1)}`),
  },
  { reasons: ['bad-json'], make: (said) => valued(said, `{"zone":"Z-PX",${JSON.stringify(dataOf(said)).slice(1)}`) },
  { reasons: ['bad-json'], make: (said) => valued(said, '['.repeat(900) + ']'.repeat(900)) },
  { reasons: ['unknown-type'], make: (said) => titled(said, { ce_type: 'lianxi.nothing.said.v1' }) },
  { reasons: ['newer-version'], make: (said) => titled(said, { ce_type: typeOf(said.kind).replace('.v1', '.v2') }) },
  {
    reasons: ['wrong-topic'],
    make: (said) => titled(said, { ce_type: typeOf(said.kind === 'target' ? 'project' : 'target') }),
  },
  {
    reasons: ['foreign-region'],
    make: (said) => changed(said, { region: elsewhere(said), body: bodyOf(elsewhere(said)) }),
  },
  { reasons: ['foreign-region'], make: (said) => titled(said, { ce_source: bodyOf(elsewhere(said)) }) },
  { reasons: ['key-mismatch'], make: (said) => ({ ...messageOf(said), key: 'CH-OTHER-001' }) },
  { reasons: ['key-mismatch'], make: (said) => ({ ...messageOf(said), key: null }) },
  { reasons: ['bad-header'], make: (said) => without(said, 'ce_id') },
  { reasons: ['bad-header'], make: (said) => titled(said, { ce_source: [bodyOf(said.region), bodyOf(said.region)] }) },
  { reasons: ['bad-header'], make: (said) => titled(said, { ce_time: '2025-02-30T00:00:00Z' }) },
  { reasons: ['bad-data'], make: (said) => changed(said, { surplus: true }) },
  { reasons: ['bad-data'], make: (said) => changed(said, { period: '2025Q5' }) },
  { reasons: ['bad-data'], make: (said) => changed(said, { reportedBy: 'a\u0000b' }) },
  {
    reasons: ['bad-data'],
    make: (said) =>
      changed(said, { content: { ...said.content, value: '9'.repeat(40), investedYearWan: 10 ** 15, nil: false } }),
  },
]

export function drawPoison(said: Said, draw: Chance): Poison {
  const { reasons, make } = draw.pick(KINDS)
  return { reasons, message: make(said, draw) }
}

/** An id that was used before, with other content under it. */
export const reuseId = (said: Said, usedId: string): Poison => ({
  reasons: ['id-reused'],
  message: messageOf({ ...said, eventId: usedId }),
})
