import { handleList, type ListRequest } from '@lianxi/db/year-list/handle-list'
import { decide, type ListCommand } from '@lianxi/domain/year-list/decide'
import { regionOfList } from '@lianxi/domain/year-list/list-code'
import type { Viewer } from '@lianxi/domain/year-list/viewer'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import type { Access, Granted } from '../../access'
import type { Deps } from '../../deps'

/** The zone's list is the secretariat's, a region's its coordinator's; whose list it is, the rules decide. */
export const DRAFTERS: Access = { roles: ['secretariat', 'coordinator'], scope: 'zone' }
/** A region answers through its coordinator. */
export const SPEAKERS: Access = { roles: ['coordinator'], scope: 'region' }

export function listViewer({ person }: Granted, zone: string): Viewer {
  const here = person.memberships.filter((member) => member.zone === zone)
  return {
    secretariat: here.flatMap(({ role, body }) => (role === 'secretariat' ? [body] : [])),
    regions: here.flatMap(({ role, region }) => (role === 'coordinator' && region !== null ? [region] : [])),
  }
}

type Input = { zone: string; list: string; idempotencyKey: string }
type Called = { ctx: { deps: Deps; granted: Granted }; input: Input; path: string }

/** In whose name somebody acts: for a region as its coordinator, for the zone as the secretariat. */
export function speaker({ person, members }: Granted, region: string | null): ListRequest['actor'] {
  const role = region === null ? 'secretariat' : 'coordinator'
  const found = members.find((member) => member.role === role && (region === null || member.region === region))
  // Nobody of this owner: the rules refuse, in words.
  const [other] = members
  if (other === undefined) throw new Error('a granted call has a membership')
  const { body } = found ?? other
  return {
    actor: { id: person.id, name: person.name },
    body,
    region: found === undefined ? (other.role === 'secretariat' ? null : other.region) : region,
  }
}

type Expected = { list?: number; items?: ListRequest['expected']['items'] }

function tell(
  call: Called,
  command: ListCommand,
  expected: Expected,
  actor: ListRequest['actor'],
): Promise<DoneResult> {
  const { zone, list, idempotencyKey } = call.input
  const press = { userId: actor.actor.id, key: idempotencyKey, procedure: call.path, input: call.input }
  const seen = { list: expected.list ?? null, items: expected.items ?? [] }
  return handleList(call.ctx.deps.prisma, { zone, list, command, actor, press, expected: seen }, decide)
}

/** A command of the list's drafter. */
export const asDrafter = (call: Called, command: ListCommand, expected: Expected): Promise<DoneResult> =>
  tell(call, command, expected, speaker(call.ctx.granted, regionOfList(call.input.list)))

/** An answer of the input's region. */
export const asRegion = (
  call: Called & { input: { region: string } },
  command: ListCommand,
  items: ListRequest['expected']['items'],
): Promise<DoneResult> => tell(call, command, { items }, speaker(call.ctx.granted, call.input.region))
