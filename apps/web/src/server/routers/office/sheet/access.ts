import type { Access, Granted } from '../../../access'

/** Who reports: only they take the 报送表 out and bring it back. */
export const WRITERS: Access = { roles: ['reporter', 'coordinator'], scope: 'region' }

/** The bodies a person may report for in the region of the call. */
export const writerOf = ({ person, members }: Granted) => ({
  ...{ id: person.id, name: person.name },
  bodies: [...new Set(members.map(({ body }) => body))],
})
