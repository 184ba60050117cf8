import { BodyListed, ChannelAssigned, RegionListed, ZoneListed } from '@lianxi/schema/events/facts'
import {
  type BodyChannel,
  type ChannelRegion,
  type Channels,
  type CredentialState,
  CredentialView,
} from '@lianxi/schema/views/channels'
import { Slot, SubjectKind } from '@lianxi/schema/vocabulary'
import { z } from 'zod'
import { type Reading, sql } from '../../client'
import { iso } from '../base/parts'

const Fact = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('zone'), zone: z.string(), doc: ZoneListed }),
  z.object({ kind: z.literal('region'), zone: z.string(), doc: RegionListed }),
  z.object({ kind: z.literal('body'), zone: z.string(), doc: BodyListed }),
  z.object({ kind: z.literal('channel'), zone: z.string(), doc: ChannelAssigned, at: z.string() }),
])
type Fact = z.infer<typeof Fact>
type Of<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>

const Command = CredentialView.shape.last.unwrap().extend({ region: z.string(), slot: Slot })
type Command = z.infer<typeof Command>

/** Every zone's reporting regions with their channels and credentials, for the administrator. */
export async function readChannels(db: Reading): Promise<Channels> {
  const [facts, commands, parked] = [await readFacts(db), await readLastCommands(db), await readParkedByRegion(db)]
  const of = <Kind extends Fact['kind']>(kind: Kind, zone: string) =>
    facts.filter((fact): fact is Of<Kind> => fact.kind === kind && fact.zone === zone)
  const zones = facts.filter((fact): fact is Of<'zone'> => fact.kind === 'zone')
  const places = facts.flatMap((fact) => (fact.kind === 'region' ? [fact.doc] : []))
  const parents = new Map(places.map(({ code, name, level }) => [code, { code, name, level }]))
  return {
    parents: [...parents.values()].filter(({ level }) => level !== 'county'),
    zones: zones.map(({ zone, doc }) => {
      const [regions, bodies, channels] = [of('region', zone), of('body', zone), of('channel', zone)]
      return {
        code: doc.code,
        name: doc.name,
        regions: regions
          .filter(({ doc }) => doc.reporting && bodies.some(({ doc: body }) => body.region === doc.code))
          .map(({ doc: { code, name, level } }) => ({
            ...{ code, name, level },
            bodies: bodies.flatMap(({ doc: body }) =>
              body.region === code
                ? [{ code: body.code, name: body.name, channels: channelsOf(channels, body.code) }]
                : [],
            ),
            credentials: credentialsOf(commands, code),
            parked: parked.get(code) ?? 0,
          })),
      }
    }),
  }
}

/** Where the two credentials of one region stand. */
export const readCredentials = async (db: Reading, region: string): Promise<CredentialView[]> =>
  credentialsOf(await readLastCommands(db), region)

async function readFacts(db: Reading): Promise<Fact[]> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT zone, kind, doc, ${iso('f.valid_from')} AS at FROM board.fact f
    WHERE kind IN ('zone', 'region', 'body', 'channel') ORDER BY zone, code`)
  return z.array(Fact).parse(rows)
}

async function readLastCommands(db: Reading): Promise<Command[]> {
  const rows = await db.$queryRaw<{ row: unknown }[]>(sql`
    SELECT jsonb_build_object('region', region, 'slot', slot, 'kind', kind, 'by', requested_by_name, 'reason', reason,
      'at', ${iso('c.requested_at')}, 'finishedAt', ${iso('c.finished_at')}, 'failure', failure) AS row
    FROM (SELECT DISTINCT ON (region, slot) id, region, slot, kind, requested_by_name, reason, requested_at, finished_at,
        failure FROM credential_command ORDER BY region, slot, id DESC) c`)
  return rows.map(({ row }) => Command.parse(row))
}

async function readParkedByRegion(db: Reading): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ region: string; parked: number }[]>(sql`
    SELECT region, count(*)::int AS parked FROM parked_message WHERE state = 'open' AND region IS NOT NULL GROUP BY region`)
  return new Map(rows.map(({ region, parked }) => [region, parked]))
}

const channelsOf = (channels: readonly Of<'channel'>[], body: string): BodyChannel[] =>
  SubjectKind.options.map((kind) => {
    const said = channels.find(({ doc }) => doc.body === body && doc.kind === kind)
    if (said === undefined) return { kind, channel: 'web', last: null }
    const { channel, assignedBy, reason } = said.doc
    return { kind, channel, last: { by: assignedBy, at: said.at, reason } }
  })

const credentialsOf = (commands: readonly Command[], of: string): ChannelRegion['credentials'] =>
  Slot.options.map((slot) => {
    const command = commands.find((known) => known.region === of && known.slot === slot)
    const user = `region-${of}-${slot}`
    if (command === undefined) return { slot, user, state: 'none', last: null }
    const { region: _region, slot: _slot, ...last } = command
    return { slot, user, state: stateOf(last), last }
  })

function stateOf({ kind, finishedAt, failure }: Pick<Command, 'kind' | 'finishedAt' | 'failure'>): CredentialState {
  if (failure !== null) return 'failed'
  if (finishedAt === null) return kind === 'issue' ? 'asked' : 'revoking'
  return kind === 'issue' ? 'in-use' : 'revoked'
}
