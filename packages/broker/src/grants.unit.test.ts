import { findTopic } from '@lianxi/schema/topics'
import { describe, expect, it } from 'vitest'
import { allPrincipals, grantsFor, principalName, type Grant, type ReportingRegion } from './grants'
import { topicNames } from './topics'

const xiqu: ReportingRegion = { code: '510403', zones: ['Z-PX'], direct: [] }
const dongqu: ReportingRegion = { code: '510402', zones: ['Z-PX'], direct: ['target'] }
const topics = topicNames({ zones: ['Z-PX', 'Z-CN'], regions: [xiqu, dongqu] })

/** What the broker would say: a grant covers a name literally or by its prefix. */
const may = (
  grants: readonly Grant[],
  operation: 'read' | 'write',
  resource: Grant['resource'],
  name: string,
): boolean =>
  grants.some(
    (grant) =>
      grant.resource === resource &&
      grant.operations.includes(operation) &&
      (grant.pattern === 'literal' ? grant.name === name : name.startsWith(grant.name)),
  )

const region = (of: ReportingRegion) => grantsFor({ role: 'region', region: of, credential: 'a' })

describe('topicNames', () => {
  it('has two topics a zone and two a reporting region, all of which the contract can read back', () => {
    expect(topics).toHaveLength(8)
    expect(topics.map((name) => findTopic(name)?.name)).toEqual(topics)
  })
})

describe('a region', () => {
  it('reads exactly its zone’s two topics', () => {
    const readable = topics.filter((name) => may(region(xiqu), 'read', 'topic', name))
    expect(readable).toEqual(['lianxi.Z-PX.plan.v1', 'lianxi.Z-PX.meeting.v1'])
  })

  it('writes nothing while it reports over the web', () => {
    expect(topics.filter((name) => may(region(xiqu), 'write', 'topic', name))).toEqual([])
  })

  it('writes its own topic of the kind whose channel is direct, and no other', () => {
    expect(topics.filter((name) => may(region(dongqu), 'write', 'topic', name))).toEqual(['lianxi.510402.target.v1'])
  })

  it('joins groups of its own name only', () => {
    expect(may(region(xiqu), 'read', 'group', 'region-510403-reporting')).toBe(true)
    expect(may(region(xiqu), 'read', 'group', 'region-510402-reporting')).toBe(false)
    expect(may(region(xiqu), 'read', 'group', 'lianxi-worker')).toBe(false)
  })

  it('has two credentials with the same rights', () => {
    const principals = allPrincipals([xiqu]).filter(({ role }) => role === 'region')
    expect(principals.map(principalName)).toEqual(['region-510403-a', 'region-510403-b'])
    expect(new Set(principals.map((principal) => JSON.stringify(grantsFor(principal)))).size).toBe(1)
  })
})

describe('the product’s own users', () => {
  it('relay writes every topic and reads none', () => {
    const grants = grantsFor({ role: 'relay' })
    expect(topics.every((name) => may(grants, 'write', 'topic', name))).toBe(true)
    expect(topics.some((name) => may(grants, 'read', 'topic', name))).toBe(false)
  })

  it('worker reads every topic, writes none, and alone joins its group', () => {
    const grants = grantsFor({ role: 'worker' })
    expect(topics.every((name) => may(grants, 'read', 'topic', name))).toBe(true)
    expect(topics.some((name) => may(grants, 'write', 'topic', name))).toBe(false)
    expect(may(grants, 'read', 'group', 'lianxi-worker')).toBe(true)
    expect(may(grantsFor({ role: 'relay' }), 'read', 'group', 'lianxi-worker')).toBe(false)
  })
})
