import kafkajs, { type AclEntry, type Admin } from 'kafkajs'
import type { Grant, Rights } from './grants'

// KafkaJS is CommonJS: Node sees these enumerations only on its default export.
const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs

const RESOURCES = { topic: AclResourceTypes.TOPIC, group: AclResourceTypes.GROUP } as const
const PATTERNS = { literal: ResourcePatternTypes.LITERAL, prefixed: ResourcePatternTypes.PREFIXED } as const
const OPERATIONS = {
  read: AclOperationTypes.READ,
  write: AclOperationTypes.WRITE,
  describe: AclOperationTypes.DESCRIBE,
} as const

const toEntries = (principal: string, grant: Grant): AclEntry[] =>
  grant.operations.map((operation) => ({
    resourceType: RESOURCES[grant.resource],
    resourceName: grant.name,
    resourcePatternType: PATTERNS[grant.pattern],
    principal: `User:${principal}`,
    host: '*',
    operation: OPERATIONS[operation],
    permissionType: AclPermissionTypes.ALLOW,
  }))

const identity = (entry: AclEntry): string =>
  [entry.principal, entry.resourceType, entry.resourcePatternType, entry.resourceName, entry.operation].join(' ')

async function existing(admin: Admin): Promise<AclEntry[]> {
  const { resources } = await admin.describeAcls({
    resourceType: AclResourceTypes.ANY,
    resourcePatternType: ResourcePatternTypes.ANY,
    permissionType: AclPermissionTypes.ALLOW,
    operation: AclOperationTypes.ANY,
  })
  return resources.flatMap(({ acls, resourceName, resourceType, resourcePatternType }) =>
    acls.map((acl) => ({ ...acl, resourceName, resourceType, resourcePatternType })),
  )
}

/**
 * Makes the rights of these users exactly what is said: adds what is missing and removes the rest, first of all from
 * open connections, which outlive their credential but not their rights. Users not named are not touched.
 */
export async function provisionAcls(
  admin: Admin,
  rights: readonly Rights[],
): Promise<{ added: number; removed: number }> {
  const wanted = rights.flatMap(({ principal, grants }) => grants.flatMap((grant) => toEntries(principal, grant)))
  const ours = new Set(rights.map(({ principal }) => `User:${principal}`))
  const there = (await existing(admin)).filter(({ principal }) => ours.has(principal))
  const wantedIds = new Set(wanted.map(identity))
  const thereIds = new Set(there.map(identity))
  const missing = wanted.filter((entry) => !thereIds.has(identity(entry)))
  const extra = there.filter((entry) => !wantedIds.has(identity(entry)))
  if (extra.length > 0) await admin.deleteAcls({ filters: extra })
  if (missing.length > 0) await admin.createAcls({ acl: missing })
  return { added: missing.length, removed: extra.length }
}
