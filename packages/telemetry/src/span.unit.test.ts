import { describe, expect, test } from 'vitest'
import { inSpan } from './span'
import { parseTraceparent } from './traceparent'

const HEADER = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
const OTHER = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
const step = { name: 'step', kind: 'server' } as const

describe('a trace', () => {
  test('goes on from the header that came, as a step of its own', async () => {
    const { traceId, traceparent } = await inSpan({ ...step, traceparents: [HEADER] }, (span) => Promise.resolve(span))
    expect(traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736')
    expect(parseTraceparent(traceparent)).toMatchObject({ traceId, sampled: true })
    expect(traceparent).not.toBe(HEADER)
  })

  test.each([
    ['no header', undefined],
    ['a word', 'yes'],
    ['a version of the future', HEADER.replace('00-', 'cc-')],
    ['an id of zeros', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['capital letters', HEADER.toUpperCase()],
  ])('begins here with %s', async (_what, header) => {
    const seen = await inSpan({ ...step, traceparents: [header] }, (span) => Promise.resolve(span))
    expect(seen.traceId).toMatch(/^[0-9a-f]{32}$/)
    expect(seen.traceId).not.toBe('4bf92f3577b34da6a3ce929d0e0e4736')
  })

  test('of its own begins where several meet', async () => {
    const seen = await inSpan({ ...step, traceparents: [HEADER, OTHER] }, (span) => Promise.resolve(span))
    expect([HEADER, OTHER].map((header) => parseTraceparent(header)?.traceId)).not.toContain(seen.traceId)
  })

  test('keeps the wish not to be recorded', async () => {
    const seen = await inSpan({ ...step, traceparents: [HEADER.replace(/01$/, '00')] }, (span) => Promise.resolve(span))
    expect(parseTraceparent(seen.traceparent)?.sampled).toBe(false)
  })
})
