import { TRPCClientError } from '@trpc/client'
import { describe, expect, it } from 'vitest'
import type { AppRouter } from '@/server/routers/index'
import { troubleOf } from './trouble'

const answered = (code: string, message: string) =>
  TRPCClientError.from<AppRouter>({
    error: { code: -32600, message, data: { code, httpStatus: 400, path: 'x', traceId: undefined } },
  } as never)

describe('why a command got no answer', () => {
  it('gives the server’s sentence of a refused input, and calls it no fault', () => {
    expect(troubleOf(answered('BAD_REQUEST', '没有办理：请填写年度。'), false)).toMatchObject({
      kind: 'refused',
      message: '没有办理：请填写年度。',
    })
  })

  it('says that text is kept on this machine only where it is', () => {
    for (const code of ['UNAUTHORIZED', 'INTERNAL_SERVER_ERROR'])
      expect([true, false].map((kept) => troubleOf(answered(code, ''), kept).message.includes('已保存在本机'))).toEqual(
        [true, false],
      )
    expect(troubleOf(new TRPCClientError('fetch failed'), false).message).toBe(
      '网络不通，未能送达。所填内容只在本页上，请不要关闭，稍后重试。',
    )
  })
})
