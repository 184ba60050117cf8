import { expect, it } from 'vitest'
import { underParents } from './under-parents'

type Region = { code: string; parent: string | null }
const region = (code: string, parent: string | null = null): Region => ({ code, parent })
const cities = Array.from({ length: 25 }, (_, at) => region(`51${at + 10}00`))
const said = (all: readonly Region[]) =>
  underParents(all, (one) => one).map(({ one, inside }) => [one.code, ...inside.map(({ code }) => code)])

it('folds regions under the one they lie in, in the order given', () => {
  const counties = [region('511001', '511000'), region('511101', '511100'), region('511002', '511000')]
  const groups = said([...cities, ...counties])
  expect(groups).toHaveLength(25)
  expect(groups.slice(0, 3)).toEqual([['511000', '511001', '511002'], ['511100', '511101'], ['511200']])
})

it('leaves a few as they are', () =>
  expect(said([region('510400'), region('510402', '510400')])).toEqual([['510400'], ['510402']]))

it('loses none: one whose parent is not listed, one that lies deeper, one that names itself', () => {
  const odd = [region('519901', '519900'), region('511001', '511000'), region('511009', '511001'), region('51', '51')]
  const groups = said([...cities, ...odd])
  expect(groups.flat().sort()).toEqual([...cities, ...odd].map(({ code }) => code).sort())
  expect(groups).toContainEqual(['511009'])
})
