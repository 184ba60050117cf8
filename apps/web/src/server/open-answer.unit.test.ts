import { expect, it } from 'vitest'
import { openAnswer } from './open-answer'

async function* rows(): AsyncGenerator<string> {
  for (let at = 0; at < 30_000; at += 1) yield await Promise.resolve('一二三\n')
}
const ask = (headers: Record<string, string> = {}) =>
  openAnswer(new Request('http://x/', { headers }), { type: 'text/csv', tag: 'a b' }, rows)

it('gives open data to any origin, whole, with a tag and a licence', async () => {
  const answer = ask()
  expect([answer.status, answer.headers.get('etag'), answer.headers.get('access-control-allow-origin')]).toEqual([
    200,
    '"a b"',
    '*',
  ])
  expect(answer.headers.get('link')).toContain('rel="license"')
  expect((await answer.text()).split('\n')).toHaveLength(30_001)
})

it.each([['"a b"'], ['W/"a b"'], ['"x", "a b"'], ['*']])('says 304 to who has it: %s', (known) => {
  expect(ask({ 'if-none-match': known }).status).toBe(304)
})

it('gives it again when anything changed', () => expect(ask({ 'if-none-match': '"a c"' }).status).toBe(200))
