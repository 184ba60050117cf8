import { expect, it } from 'vitest'
import { rolesOf } from './responsibility'

it('a body stands once beside an item, with every role it has', () => {
  const items = [
    { leadBody: '510400-TJJ', coBodies: ['510400-JTJ', '510400-FGW'] },
    { leadBody: '510400-FGW', coBodies: [] },
  ]
  expect(rolesOf({ body: '510400-FGW', items })).toEqual([
    { body: '510400-FGW', roles: ['reports', 'shares', 'leads'] },
    { body: '510400-TJJ', roles: ['leads'] },
    { body: '510400-JTJ', roles: ['shares'] },
  ])
})
