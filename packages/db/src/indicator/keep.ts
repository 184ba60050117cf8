import { decideIndicator } from '@lianxi/domain/indicator/decide'
import { seriesCode } from '@lianxi/domain/plan-import/derived-code'
import { decideSeriesSource } from '@lianxi/domain/indicator/decide-source'
import { converted } from '@lianxi/domain/report/unit-scale'
import { refuse } from '@lianxi/domain/report/refusal'
import type { EnterSeriesValue, KeepIndicator, StateSeriesSource } from '@lianxi/schema/commands/indicator'
import type { LianxiEvent } from '@lianxi/schema/events/registry'
import { zoneTopic } from '@lianxi/schema/topics'
import type { DoneResult } from '@lianxi/schema/views/refusal'
import { type Database, sql, type Tx } from '../client'
import { sayInTx } from '../outbox/say'
import { isUnderWay } from '../outbox/under-way'
import { auditInTx } from '../people/accounts'
import { readClock } from '../readers/moment/stream-state'
import { readComparedTargets, readSeriesSources } from '../readers/plan/series'
import { onceInTx, type Press, pressLock } from '../report/idempotency'
import { mergedInto, readKnownIndicators, seenOf } from './known'

type Acting = { actor: { id: string; name: string }; body: string; press: Press }

/** One change of an indicator in one transaction: the event is the fact, the board is where it is read. */
export function keepIndicator(prisma: Database, input: KeepIndicator, acting: Acting): Promise<DoneResult> {
  return locked(prisma, input.zone, acting, (tx) => keepInTx(tx, input, acting))
}

function locked(prisma: Database, zone: string, { press }: Acting, work: (tx: Tx) => Promise<DoneResult>) {
  return prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw(sql`SELECT ${pressLock(press)},
        pg_advisory_xact_lock(hashtextextended(${`indicator ${zone}`}, 6))::text`)
      return onceInTx(tx, press, () => work(tx))
    },
    { maxWait: 10_000, timeout: 30_000 },
  )
}

async function keepInTx(tx: Tx, { zone, deed, seen }: KeepIndicator, acting: Acting): Promise<DoneResult> {
  const known = await readKnownIndicators(tx, zone)
  if (deed.code !== null && seenOf(known, deed.code) !== seen) return changed
  const { now, today } = await readClock(tx)
  const context = {
    indicators: new Map([...known.indicators].map(([code, { doc }]) => [code, doc])),
    ...{ merged: mergedInto(known), used: known.used, by: acting.actor.name, today },
  }
  const decision = decideIndicator(deed, context)
  if (!decision.ok) return { ok: false, refusal: decision.refusal }
  const { data } = decision.publish
  const code = 'code' in data ? data.code : ''
  const keys = deed.type === 'merge' ? [code, deed.into] : [code]
  if (await isUnderWay(tx, { topic: zoneTopic(zone, 'plan'), types: TYPES, keys })) return changed
  await publish(tx, { zone, now, code, action: `indicator.${deed.type}` }, decision.publish, acting)
  return { ok: true, id: code }
}

const TYPES = ['lianxi.indicator.listed.v1', 'lianxi.indicator.merged.v1', 'lianxi.indicator.separated.v1'] as const
const changed: DoneResult = { ok: false, refusal: refuse('indicator-changed') }

type What = { zone: string; now: string; code: string; action: string }
async function publish(tx: Tx, { zone, now, code, action }: What, event: LianxiEvent, { actor, body }: Acting) {
  const [said] = await sayInTx(tx, { zone, source: body, time: now }, [event])
  await auditInTx(tx, actor, action, code, { zone, event: said?.id ?? null })
}

/** A figure of another series, with where it is from; entered again, the last one counts. */
export function enterSeriesValue(prisma: Database, input: EnterSeriesValue, acting: Acting): Promise<DoneResult> {
  return locked(prisma, input.zone, acting, async (tx) => {
    const { zone, period, value } = input
    const [name, scope, source, unit] = [input.name, input.scope, input.source, input.unit].map((text) => text.trim())
    if (name === undefined || scope === undefined || source === undefined) throw new Error('four words give four')
    const { now, today } = await readClock(tx)
    const series = seriesCode(name, scope)
    const share = (await readComparedTargets(tx, zone)).find(
      (one) => one.divided && seriesCode(one.series, one.scope) === series,
    )
    if (share !== undefined && converted('0', unit ?? null, share.unit) === undefined)
      return { ok: false, refusal: refuse('series-unit', 'unit', share.unit ?? '') }
    const entered = { enteredBy: acting.actor.name, enteredOn: today }
    const data = { series, name, scope, unit: unit === '' ? null : (unit ?? null), period, value, source, ...entered }
    await publish(
      tx,
      { zone, now, code: series, action: 'series.enter' },
      { type: 'lianxi.series.value-entered.v1', data },
      acting,
    )
    return { ok: true, id: series }
  })
}

/** Whose reports a series is, said on what the person saw of it. */
export function stateSeriesSource(prisma: Database, input: StateSeriesSource, acting: Acting): Promise<DoneResult> {
  return locked(prisma, input.zone, acting, async (tx) => {
    const { zone } = input
    const series = seriesCode(input.name, input.scope)
    const known = await readKnownIndicators(tx, zone)
    const [targets, sources] = [await readComparedTargets(tx, zone), await readSeriesSources(tx, zone)]
    const asked = { topic: zoneTopic(zone, 'plan'), types: ['lianxi.series.source-stated.v1'] as const, keys: [series] }
    const { now, today } = await readClock(tx)
    const decision = decideSeriesSource(input, {
      indicators: new Map([...known.indicators].map(([code, { doc }]) => [code, doc])),
      ...{ merged: mergedInto(known), by: acting.actor.name, today, stated: sources.get(series) },
      compared: targets.filter((one) => seriesCode(one.series, one.scope) === series),
      underWay: await isUnderWay(tx, asked),
    })
    if (!decision.ok) return { ok: false, refusal: decision.refusal }
    await publish(tx, { zone, now, code: series, action: 'series.source' }, decision.publish, acting)
    return { ok: true, id: series }
  })
}
