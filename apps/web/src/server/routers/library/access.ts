import type { Keeper } from '@lianxi/domain/project/keeper'
import type { Access, Granted } from '../../access'

/** The secretariat and the coordinators keep the library; for which projects each, the rules decide. */
export const KEEPERS: Access = { roles: ['secretariat', 'coordinator'], scope: 'zone' }

/** What the roles of the membership that let somebody in make him in the library of this zone. */
export function keeperOf({ members }: Granted): Keeper {
  return {
    secretariat: members.some(({ role }) => role === 'secretariat'),
    regions: members.flatMap(({ role, region }) => (role === 'coordinator' && region !== null ? [region] : [])),
  }
}

/** Whose voice it is: the secretariat's where somebody speaks for it, else his office's. */
export function speakingBody({ members }: Granted): string {
  const speaking = members.find(({ role }) => role === 'secretariat') ?? members[0]
  if (speaking === undefined) throw new Error('a granted call has a membership')
  return speaking.body
}
