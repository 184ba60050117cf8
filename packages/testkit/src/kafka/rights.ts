import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  ResourcePatternTypes,
  type AclFilter,
  type Admin,
} from 'kafkajs'

const ANY = {
  resourceType: AclResourceTypes.ANY,
  resourcePatternType: ResourcePatternTypes.ANY,
  operation: AclOperationTypes.ANY,
  permissionType: AclPermissionTypes.ALLOW,
}

/** Whether the broker goes by any right of this user now: it says that rights are changed a moment before. */
export const hasRights = (admin: Admin, username: string): Promise<boolean> =>
  knows(admin, { ...ANY, principal: `User:${username}` })

/** Whether the broker goes by somebody's right to write this topic now. */
export const isWritable = (admin: Admin, topic: string): Promise<boolean> =>
  knows(admin, {
    ...ANY,
    resourceType: AclResourceTypes.TOPIC,
    resourceName: topic,
    resourcePatternType: ResourcePatternTypes.LITERAL,
    operation: AclOperationTypes.WRITE,
  })

async function knows(admin: Admin, filter: AclFilter): Promise<boolean> {
  const { resources } = await admin.describeAcls(filter)
  return resources.some(({ acls }) => acls.length > 0)
}
