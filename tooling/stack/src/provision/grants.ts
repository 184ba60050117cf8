import { regionTopic, zoneTopic } from '@lianxi/schema/topics'

export type ReportKind = 'target' | 'project'

/** A region that reports: its zone, and which kinds its own system publishes directly (all others come over the web). */
export type ReportingRegion = { code: string; zone: string; direct: readonly ReportKind[] }

/** Whom the broker knows. `admin` is a super user and needs no grants. */
export type Principal =
  { role: 'admin' | 'relay' | 'worker' } | { role: 'region'; region: ReportingRegion; credential: 'a' | 'b' }

export type Grant = {
  resource: 'topic' | 'group'
  pattern: 'literal' | 'prefixed'
  name: string
  operations: readonly ('read' | 'write' | 'describe')[]
}

export const WORKER_GROUP = 'lianxi-worker'

/** The prefix of a region's own topics and of its consumer groups ends in a separator: 5104 must not cover 510402. */
const groupPrefix = (region: string): string => `region-${region}-`

export function principalName(principal: Principal): string {
  switch (principal.role) {
    case 'admin':
    case 'relay':
    case 'worker':
      return principal.role
    case 'region':
      return `region-${principal.region.code}-${principal.credential}`
    default:
      return principal satisfies never
  }
}

/** Two credentials with the same rights per region, so that one can be replaced while the other works. */
export function allPrincipals(regions: readonly ReportingRegion[]): Principal[] {
  const credentials = ['a', 'b'] as const
  return [
    { role: 'admin' },
    { role: 'relay' },
    { role: 'worker' },
    ...regions.flatMap((region) => credentials.map((credential) => ({ role: 'region', region, credential }) as const)),
  ]
}

function regionGrants(region: ReportingRegion): Grant[] {
  const zoneTopics = (['meeting', 'plan'] as const).map((kind) => zoneTopic(region.zone, kind))
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
