import { expect, it } from 'vitest'
import { findForgery } from './csrf'

const ADDRESS = 'https://lianxi.example.gov.cn'
const request = (headers: Record<string, string>, method = 'POST') =>
  new Request(`${ADDRESS}/api/trpc/report.submit`, { method, headers })
const json = { 'content-type': 'application/json; charset=utf-8', host: 'lianxi.example.gov.cn' }

it.each<[Record<string, string>, string | undefined]>([
  [json, undefined],
  [{ ...json, 'sec-fetch-site': 'same-origin', origin: ADDRESS }, undefined],
  [{ ...json, origin: ADDRESS }, undefined],
  [{ ...json, 'sec-fetch-site': 'cross-site' }, 'origin'],
  [{ ...json, 'sec-fetch-site': 'same-site' }, 'origin'],
  [{ ...json, origin: 'https://evil.example' }, 'origin'],
  [{ ...json, origin: 'null' }, 'origin'],
  [{ 'content-type': 'multipart/form-data; boundary=x' }, 'content-type'],
  [{ 'content-type': 'text/plain' }, 'content-type'],
  [{}, 'content-type'],
])('%j → %s', (headers, expected) => expect(findForgery(request(headers), ADDRESS)).toBe(expected))

it('lets reading through', () => expect(findForgery(request({}, 'GET'), ADDRESS)).toBeUndefined())
