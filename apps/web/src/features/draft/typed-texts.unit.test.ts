import { expect, it } from 'vitest'
import { changedOf, leftOf } from './typed-texts'

const answer = { search: 'region=510400', text: '经核实，维持判定。' }
const typed = { '答复异议\ne1': answer, '收回认定\ne2': { ...answer, text: '数据已更正。' } }

it('finds what was typed in a form that the page has no more, and leaves what still has its form', () => {
  expect(leftOf(typed, answer.search, new Map([['收回认定\ne2', 1]]))).toEqual([
    { id: '答复异议\ne1', form: '答复异议', text: '经核实，维持判定。' },
  ])
  expect(leftOf(typed, answer.search, new Map(Object.keys(typed).map((id) => [id, 1])))).toEqual([])
})

it('says nothing of forms that another choice of the list does not show', () => {
  expect(leftOf(typed, 'region=513400', new Map())).toEqual([])
})

it('keeps of a form what was changed, an emptied field too, and nothing of what it began with', () => {
  const start = { rung: 'reserve', on: '2025-10-12', note: '' }
  expect(changedOf({ ...start, note: '批复已到' }, start)).toEqual({ note: '批复已到' })
  expect(changedOf({ ...start, on: '' }, start)).toEqual({ on: '' })
  expect(changedOf(start, start)).toEqual({})
})
