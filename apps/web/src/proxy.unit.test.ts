import { NextRequest } from 'next/server'
import { expect, it } from 'vitest'
import { proxy } from './proxy'

const pass = (path: string) =>
  proxy(new NextRequest(`https://lianxi.example${path}`, { headers: { cookie: 'zone=Z-PX' } }))

it('lets a zone in the address hold for this page and for those after it', () => {
  const answer = pass('/board?zone=Z-CN')
  expect(answer.cookies.get('zone')).toMatchObject({ value: 'Z-CN', httpOnly: true, path: '/' })
  expect(answer.headers.get('x-middleware-request-cookie')).toBe('zone=Z-CN')
})

it.each(['/board', '/board?zone=elsewhere', '/public/Z-PX?zone=Z-CN'])('remembers nothing at %s', (path) => {
  const answer = pass(path)
  expect(answer.cookies.get('zone')).toBeUndefined()
  expect(answer.headers.get('x-middleware-request-cookie')).toBe('zone=Z-PX')
})
