import { emptyEntry, NOT_YET } from '@lianxi/schema/commands/entry'
import type { CheckContext } from '@lianxi/schema/views/check-context'
import { expect, it } from 'vitest'
import { isAsked } from './asked'

type Check = Pick<CheckContext, 'qualitative' | 'basis'>
const stating = (entry: object) => ({ entry: { ...emptyEntry('target'), ...entry }, kept: {} })
const asked = (check: Check, field: string, working = stating({})) => isAsked({ row: { check }, working }, field)
const NUMERIC: Check = { qualitative: false, basis: 'stock' }
const FLAG: Check = { qualitative: true, basis: 'flag' }

it('asks a target for its figure, or whether it is done, or both', () => {
  const both: Check = { qualitative: true, basis: 'stock' }
  const fields = [NUMERIC, FLAG, both].map((check) => ['value', 'doneOn', 'note'].filter((one) => asked(check, one)))
  expect(fields).toEqual([
    ['value', 'note'],
    ['doneOn', 'note'],
    ['value', 'doneOn', 'note'],
  ])
})

it('shows what stands in a cell nobody asks for, so that it can be taken out', () => {
  expect(asked(NUMERIC, 'doneOn', stating({ doneOn: NOT_YET }))).toBe(true)
  expect(asked(FLAG, 'value', stating({ value: '3' }))).toBe(true)
  expect(asked(NUMERIC, 'doneOn', { ...stating({}), kept: { doneOn: '下月' } })).toBe(true)
})
