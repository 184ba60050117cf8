import { regionTopic, zoneTopic } from '@lianxi/schema/topics'
import { Slot, type SubjectKind } from '@lianxi/schema/vocabulary'

/** A region that reports: its zones, and which kinds its own system publishes directly (all others come over the web). */
export type ReportingRegion = { code: string; zones: readonly string[]; direct: readonly SubjectKind[] }

/** Zones and reporting regions the broker is prepared for. */
export type Topology = { zones: readonly string[]; regions: readonly ReportingRegion[] }

/** Whom the broker knows. `admin` is a super user and needs no grants. */
export type Principal =
  | { role: 'admin' | 'relay' | 'worker' }
  | { role: 'region'; region: ReportingRegion; credential: Slot }

export type Grant = {
  resource: 'topic' | 'group'
  pattern: 'literal' | 'prefixed'
  name: string
  operations: readonly ('read' | 'write' | 'describe')[]
}

/** Exactly what one user may do; none: nothing. */
export type Rights = { principal: string; grants: readonly Grant[] }

export const WORKER_GROUP = 'lianxi-worker'

/** The prefix of a region's own topics and of its consumer groups ends in a separator: 5104 must not cover 510402. */
const groupPrefix = (region: string): string => `region-${region}-`

export const regionUser = (region: string, slot: Slot): string => `region-${region}-${slot}`

export function principalName(principal: Principal): string {
  switch (principal.role) {
    case 'admin':
    case 'relay':
    case 'worker':
      return principal.role
    case 'region':
      return regionUser(principal.region.code, principal.credential)
    default:
      return principal satisfies never
  }
}

export function allPrincipals(regions: readonly ReportingRegion[]): Principal[] {
  return [
    { role: 'admin' },
    { role: 'relay' },
    { role: 'worker' },
    ...regions.flatMap((region) => Slot.options.map((credential) => ({ role: 'region', region, credential }) as const)),
  ]
}

function regionGrants(region: ReportingRegion): Grant[] {
  const zoneTopics = region.zones.flatMap((zone) => [zoneTopic(zone, 'meeting'), zoneTopic(zone, 'plan')])
  return [
    ...zoneTopics.map(
      (name) => ({ resource: 'topic', pattern: 'literal', name, operations: ['read', 'describe'] }) as const,
    ),
    ...region.direct.map(
      (kind) =>
        ({
          resource: 'topic',
          pattern: 'literal',
          name: regionTopic(region.code, kind),
          operations: ['write', 'describe'],
        }) as const,
    ),
    { resource: 'group', pattern: 'prefixed', name: groupPrefix(region.code), operations: ['read', 'describe'] },
  ]
}

/**
 * Everything a principal may do; what is not here is refused. Nobody but `admin` creates topics, and no region can read
 * another's topic, write a zone's or join the worker's group.
 */
export function grantsFor(principal: Principal): Grant[] {
  switch (principal.role) {
    case 'admin':
      return []
    case 'relay':
      return [{ resource: 'topic', pattern: 'prefixed', name: 'lianxi.', operations: ['write', 'describe'] }]
    case 'worker':
      return [
        { resource: 'topic', pattern: 'prefixed', name: 'lianxi.', operations: ['read', 'describe'] },
        { resource: 'group', pattern: 'literal', name: WORKER_GROUP, operations: ['read', 'describe'] },
      ]
    case 'region':
      return regionGrants(principal.region)
    default:
      return principal satisfies never
  }
}
