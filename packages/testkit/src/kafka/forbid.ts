import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  ResourcePatternTypes,
  type AclEntry,
  type Admin,
} from 'kafkajs'
import { waitFor } from '../wait-for'

/** Takes a user's right to write a topic away, whatever else it may, until the broker knows; returns how to give it back. */
export async function forbidWriting(admin: Admin, username: string, topic: string): Promise<() => Promise<void>> {
  const denial: AclEntry = {
    resourceType: AclResourceTypes.TOPIC,
    resourceName: topic,
    resourcePatternType: ResourcePatternTypes.LITERAL,
    principal: `User:${username}`,
    host: '*',
    operation: AclOperationTypes.WRITE,
    permissionType: AclPermissionTypes.DENY,
  }
  await admin.createAcls({ acl: [denial] })
  await waitFor(
    'the broker to know the denial',
    () => admin.describeAcls(denial),
    ({ resources }) => resources.length > 0,
  )
  return async () => void (await admin.deleteAcls({ filters: [denial] }))
}
