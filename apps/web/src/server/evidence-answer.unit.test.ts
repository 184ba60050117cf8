import { sourceOf } from '@lianxi/office-files/evidence/file-source'
import { expect, it } from 'vitest'
import { rangedAnswer } from './evidence-answer'

const bytes = Buffer.from(Array.from({ length: 600_000 }, (_, index) => index % 251))
const view = {
  ...{ id: '0199d7a0-0000-7000-8000-000000000001', name: "季度'数据.html", mediaType: 'text/html', size: bytes.length },
  ...{ sha256: 'ab'.repeat(32), uploadedBy: '甲', uploadedAt: '2025-10-12T10:00:00.000Z', published: true },
}
const ask = (headers: Record<string, string> = {}) => rangedAnswer(sourceOf(bytes), view, new Headers(headers))
const bodyOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

it('is kept as a file and never run: attachment, sandbox, nosniff, its Chinese name escaped', async () => {
  const answer = ask()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="evidence"; filename*=UTF-8''%E5%AD%A3%E5%BA%A6%27%E6%95%B0%E6%8D%AE.html`,
  )
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await bodyOf(answer)).equals(bytes)).toBe(true)
})

it.each([
  ['bytes=0-9', 206, 'bytes 0-9/600000', 0, 10],
  ['bytes=262140-262150', 206, 'bytes 262140-262150/600000', 262_140, 262_151],
  ['bytes=-5', 206, 'bytes 599995-599999/600000', 599_995, 600_000],
  ['bytes=599990-', 206, 'bytes 599990-599999/600000', 599_990, 600_000],
  ['bytes=0-1,5-6', 200, null, 0, 600_000],
])('%s', async (range, status, contentRange, start, end) => {
  const answer = ask({ range })
  expect([answer.status, answer.headers.get('content-range')]).toEqual([status, contentRange])
  expect((await bodyOf(answer)).equals(bytes.subarray(start, end))).toBe(true)
})

it('says when a range lies outside, when nothing changed, and when the file is another than was begun', () => {
  expect(ask({ range: 'bytes=600000-' }).status).toBe(416)
  expect(ask({ 'if-none-match': `"${view.sha256}"` }).status).toBe(304)
  expect(ask({ range: 'bytes=0-9', 'if-range': '"other"' }).status).toBe(200)
})
