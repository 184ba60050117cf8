import { BodyListed } from '@lianxi/schema/events/facts'
import type { SetChannel } from '@lianxi/schema/commands/broker'
import { sql, type Tx } from '../client'
import type { Done, Refused } from '../people/accounts'
import { channelOf } from '../readers/base/parts'
import { lockPlaceInTx, publishInTx } from './publish'

/**
 * Says on the zone's plan topic how a body's reports of a kind come in from now on. Rights at the broker and the web's
 * forms follow the event; drafts stay where they are and can be submitted when the body is back at the web.
 */
export async function setChannelInTx(
  tx: Tx,
  { zone, body, kind, channel, reason }: Omit<SetChannel, 'idempotencyKey'>,
  assignedBy: string,
): Promise<Done | Refused> {
  await lockPlaceInTx(tx, zone)
  const [row] = await tx.$queryRaw<{ body: unknown; channel: string }[]>(sql`
    SELECT b.doc AS body, ${channelOf(sql`${zone}`, sql`${body}::text`, sql`${kind}::text`)} AS channel FROM board.fact b
    JOIN board.fact r ON r.zone = b.zone AND r.kind = 'region' AND r.code = b.doc->>'region' AND r.doc->>'reporting' = 'true'
    WHERE b.zone = ${zone} AND b.kind = 'body' AND b.code = ${body}`)
  const listed = BodyListed.safeParse(row?.body)
  if (row === undefined || !listed.success || listed.data.region === null) return { ok: false, code: 'place-unknown' }
  if (row.channel === channel) return { ok: false, code: 'channel-unchanged' }
  const { region } = listed.data
  const data = { region, body, kind, channel, reason: reason.trim(), assignedBy }
  await publishInTx(tx, zone, [{ type: 'lianxi.channel.assigned.v1', data }])
  return { ok: true, id: body }
}
