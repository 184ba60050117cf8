import type { Viewer } from '@lianxi/db/readers/office/actions'
import type { Granted } from './access'

/** What a person's roles in one region let him do there. */
export function viewerOf({ person }: Granted, region: string): Viewer {
  const here = person.memberships.filter((member) => member.region === region)
  const holds = (...roles: string[]) => here.some(({ role }) => roles.includes(role))
  return {
    id: person.id,
    name: person.name,
    bodies: here.map(({ body }) => body),
    mayWrite: holds('reporter', 'coordinator'),
    mayApprove: holds('approver', 'coordinator'),
  }
}
