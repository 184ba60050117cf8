import { type Granted, sightOf } from '../../access'

/** What a reader of the register sees of what was decided, and whether he keeps it. */
export const lookingOf = ({ members }: Granted) => ({
  sight: sightOf(members),
  mayRecord: members.some(({ role }) => role === 'secretariat'),
})
