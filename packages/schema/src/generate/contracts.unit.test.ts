import { describe, expect, test } from 'vitest'
import { EVENTS } from '../events/registry'
import { contractDifferences, contractFiles } from './contracts'

describe('the generated contracts', () => {
  test('hold one schema a type, the envelope and the AsyncAPI document', () => {
    const names = Object.keys(EVENTS).map((type) => `${type}.schema.json`)
    expect([...contractFiles().keys()].sort()).toEqual([...names, 'asyncapi.json', 'envelope.schema.json'].sort())
  })

  test('are the same text each time', () => {
    expect(contractFiles()).toEqual(contractFiles())
  })
})

describe('a difference', () => {
  const wanted = new Map([
    ['a.json', '1'],
    ['b.json', '2'],
  ])

  test('is nothing where folder and source agree', () => {
    expect(contractDifferences(wanted, new Map(wanted))).toEqual([])
  })

  test('names what is missing, changed or surplus', () => {
    const found = new Map([
      ['b.json', 'edited by hand'],
      ['c.json', '3'],
    ])
    expect(contractDifferences(wanted, found)).toEqual([
      'a.json: missing',
      'b.json: differs from the source',
      'c.json: not a contract',
    ])
  })
})
