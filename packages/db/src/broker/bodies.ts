import type { AddBody, RenameBody } from '@lianxi/schema/commands/body'
import { BodyListed } from '@lianxi/schema/events/facts'
import { type Reading, sql, type Tx } from '../client'
import type { Done, Refused } from '../people/accounts'
import { isWaitingInTx } from './add-place'
import { lockPlaceInTx, publishInTx } from './publish'

/** The zone's bodies as its plan topic listed them. */
export async function readBodies(db: Reading, zone: string): Promise<Map<string, BodyListed>> {
  const rows = await db.$queryRaw<{ doc: unknown }[]>(
    sql`SELECT doc FROM board.fact WHERE zone = ${zone} AND kind = 'body' ORDER BY code`,
  )
  return new Map(rows.map(({ doc }) => BodyListed.parse(doc)).map((body) => [body.code, body]))
}

/** A department of a region that is listed in the zone. */
export async function addBodyInTx(tx: Tx, { zone, region, code, name }: AddBody): Promise<Done | Refused> {
  if (!code.startsWith(`${region}-`)) return { ok: false, code: 'body-code-shape', field: 'code' }
  await lockPlaceInTx(tx, zone)
  const bodies = await readBodies(tx, zone)
  const office = [...bodies.values()].find((body) => body.region === region && body.kind === 'coordinating-office')
  if (office === undefined) return { ok: false, code: 'place-unknown', field: 'region' }
  if (bodies.has(code) || (await isWaitingInTx(tx, 'lianxi.body.listed.v1', code))) {
    return { ok: false, code: 'code-taken', field: 'code' }
  }
  const data = { code, name: name.trim(), kind: 'department' as const, region, parent: office.code }
  await publishInTx(tx, zone, [{ type: 'lianxi.body.listed.v1', data }])
  return { ok: true, id: code }
}

/** The board's history keeps the name it had. */
export async function renameBodyInTx(tx: Tx, { zone, code, name }: RenameBody): Promise<Done | Refused> {
  await lockPlaceInTx(tx, zone)
  const body = (await readBodies(tx, zone)).get(code)
  if (body === undefined) return { ok: false, code: 'body-unknown' }
  if (body.endedOn !== undefined) return { ok: false, code: 'body-ended', detail: `${body.endedOn}。` }
  if (body.name === name.trim()) return { ok: false, code: 'body-unchanged', field: 'name' }
  await publishInTx(tx, zone, [{ type: 'lianxi.body.listed.v1', data: { ...body, name: name.trim() } }])
  return { ok: true, id: code, audit: { before: body.name } }
}
