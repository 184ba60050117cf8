import type { SessionView } from '@lianxi/schema/views/session'
import { expect, it } from 'vitest'
import { inZone } from './chosen-zone'

const zone = (code: string) => ({ code, name: code, reviewBody: '' })
const member = (of: string | null, body: string): SessionView['memberships'][number] => ({
  ...{ zone: of, body, bodyName: body, region: null, regionName: null, role: 'responder' },
})
const session = {
  zones: [zone('Z-PX'), zone('Z-CN')],
  memberships: [member('Z-PX', 'A'), member('Z-CN', 'B'), member('Z-PX', 'C'), member('Z-CN', 'D')],
}

it('puts what is of the chosen zone first and leaves the rest in order', () => {
  const chosen = inZone(session, 'Z-CN')
  expect(chosen.zones.map(({ code }) => code)).toEqual(['Z-CN', 'Z-PX'])
  expect(chosen.memberships.map(({ body }) => body)).toEqual(['B', 'D', 'A', 'C'])
})

it('takes no zone that is not the person’s', () => {
  expect(inZone(session, 'Z-CDB')).toBe(session)
  expect(inZone(session, undefined)).toBe(session)
})
