import { expect, it } from 'vitest'
import { disagreements, type Part } from './side-by-side'

const part = (progressPercent: string | null, stage: Part['stage'] = 'under-construction'): Part => ({
  stage,
  progressPercent,
})

it.each<[Part[], string[]]>([
  [[], []],
  [[part('58')], []],
  [[part('58'), part('68')], []],
  [[part('58'), part('68.01')], ['progress']],
  [
    [part('58'), part('31', 'to-start')],
    ['stage', 'progress'],
  ],
  [[part('58'), part(null, null)], []],
])('%j → %j', (parts, expected) => expect(disagreements(parts)).toEqual(expected))
