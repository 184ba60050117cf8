import { describe, expect, test } from 'vitest'
import { sameTopics, subscribable, topicFilter } from './topic-watch'

const NAMES = ['lianxi.510403.target.v1', '__consumer_offsets', 'lianxi.Z-PX.plan.v1', 'lianxi.510403.other.v1', 'x']

describe('the topics a worker reads', () => {
  test('are those of the contract, sorted', () => {
    expect(subscribable(NAMES, topicFilter([]))).toEqual(['lianxi.510403.target.v1', 'lianxi.Z-PX.plan.v1'])
  })

  test('or only those of the owners named', () => {
    expect(subscribable(NAMES, topicFilter(['Z-PX']))).toEqual(['lianxi.Z-PX.plan.v1'])
    expect(subscribable(NAMES, topicFilter(['5104']))).toEqual([])
  })

  test('a changed list is noticed', () => {
    expect(sameTopics(['a', 'b'], ['a', 'b'])).toBe(true)
    expect(sameTopics(['a'], ['a', 'b'])).toBe(false)
    expect(sameTopics(['a', 'c'], ['a', 'b'])).toBe(false)
  })
})
