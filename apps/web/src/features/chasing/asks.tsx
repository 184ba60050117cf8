import { minuteOf as chinaMinute } from '@lianxi/domain/time/calendar'
import { periodLabel } from '@lianxi/schema/period'
import { askState, type AskView, type OfficeAsks } from '@lianxi/schema/views/extension-ask'
import { minuteOf } from '@/features/ui/format'
import { ExtendForm } from './extend-form'
import { OpenAsks } from './open-asks'
import s from './chasing.module.css'
import { TakeBack } from './take-back'

type Scope = Pick<AskView, 'subject' | 'period'>
const scopeOf = ({ subject, period }: Scope): string => `${periodLabel(period)}${subject?.name ?? '全部事项'}`
const saidBy = ({ reason, askedBy, askedAt }: AskView): string => `原因：${reason}（${askedBy}，${minuteOf(askedAt)}）`

/** 催报: what the offices of the zone ask for, whatever period is shown. */
export function AsksToAnswer({ zone, asks }: { zone: string; asks: readonly AskView[] }) {
  const open = asks.map((ask) => ({
    ...{ id: ask.id, until: ask.until, why: saidBy(ask) },
    what: `${ask.body.name}：${scopeOf(ask)}，申请延至 ${ask.until}`,
    lastDay: ask.closesAt === null ? null : chinaMinute(ask.closesAt).slice(0, 10),
  }))
  return <OpenAsks zone={zone} asks={open} />
}

/** What became of an ask, in words. */
function outcome({ state, given, settledBy, settledAt, reply, until }: AskView): string {
  const by = settledBy === null || settledAt === null ? '' : `（${settledBy}，${minuteOf(settledAt)}）`
  const day = given === null || given === until ? '' : `，延至 ${given}`
  return `${askState.labels[state]}${day}${by}${reply === null ? '' : `。原因：${reply}`}`
}

/** 我的填报: what was asked for of this period and what became of it, and the form for more. */
export function OwnAsks({ zone, region, asked }: { zone: string; region: string; asked: OfficeAsks }) {
  const { asks, choices } = asked
  if (asks.length === 0 && choices.length === 0) return null
  const bodies = new Set([...choices, ...asks].map(({ body }) => body.code))
  const whose = ({ body }: Pick<AskView, 'body'>): string => (bodies.size > 1 ? `${body.name}：` : '')
  return (
    <section aria-label="延期申请">
      {asks.length === 0 ? null : (
        <ul className={`${s.asks ?? ''} note`}>
          {asks.map((ask) => (
            <li key={ask.id}>
              延期申请：{whose(ask)}
              {scopeOf(ask)}，申请延至 {ask.until}。{saidBy(ask)} · <b>{outcome(ask)}</b>
              {ask.state === 'open' ? <TakeBack {...{ zone, region, id: ask.id }} /> : null}
            </li>
          ))}
        </ul>
      )}
      {choices.length === 0 ? null : (
        <ExtendForm
          kind="ask"
          {...{ zone, region }}
          choices={choices.map((one) => ({
            ...{ body: one.body.code, subject: one.subject?.code ?? null, period: one.period, closesAt: one.closesAt },
            words: `${whose(one)}${one.subject?.name ?? '本期全部事项'}（${periodLabel(one.period)}）`,
          }))}
        />
      )}
    </section>
  )
}
