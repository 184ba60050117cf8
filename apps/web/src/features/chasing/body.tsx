import { periodLabel } from '@lianxi/schema/period'
import type { ChasedBody, Chasing } from '@lianxi/schema/views/chasing'
import { subjectHref } from '@/features/board/links'
import { Drawn } from '@/features/drawn/drawn'
import { minuteOf } from '@/features/ui/format'
import { FilingMark, WorkMark } from '@/features/ui/mark'
import s from './chasing.module.css'
import { CopyText } from './copy-text'
import { ExtendForm, type Extendable } from './extend-form'
import { RemindButton } from './remind-button'
import { AWAITING_WORDS, contactsOf, latelyWords, owedWords, reminded, standing } from './words'

function Contacts({ chased, now }: { chased: ChasedBody; now: string }) {
  return (
    <p className="note">
      联系人：{contactsOf(chased)} · 最近提醒：{reminded(chased.lastReminderAt, now)}
    </p>
  )
}

function Items({ chased, now }: { chased: ChasedBody; now: string }) {
  return (
    <table className={`${s.items ?? ''} cards`}>
      <thead>
        <tr>
          <th scope="col">尚未报送的事项</th>
          <th scope="col">报告期</th>
          <th scope="col">状态</th>
          <th scope="col">责任人</th>
          <th scope="col">截止</th>
          <th scope="col">时限</th>
        </tr>
      </thead>
      <tbody>
        {chased.items.map((item) => (
          <tr key={`${item.subject} ${item.period}`} data-key={`${item.subject} ${item.period}`}>
            <td data-label="尚未报送的事项">
              <a href={subjectHref(item.kind, item.subject)}>{item.name}</a>
            </td>
            <td data-label="报告期" className="nowrap">
              {periodLabel(item.period)}
            </td>
            <td data-label="状态" className="nowrap">
              {item.awaiting ? (
                <WorkMark state="submitted">{AWAITING_WORDS}</WorkMark>
              ) : (
                <FilingMark state={item.state} />
              )}
            </td>
            <td data-label="责任人">{item.persons.length === 0 ? '—' : item.persons.join('、')}</td>
            <td data-label="截止" className="nowrap">
              {item.dueAt === null ? '—' : minuteOf(item.dueAt)}
              {item.extended ? <span className="sub">已延期</span> : null}
            </td>
            <td data-label="时限" className="nowrap">
              {standing(item, now)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Everything of each period, then item by item. */
function extendable({ body, items }: ChasedBody, all: Chasing['periods']): Extendable[] {
  const periods = [...new Set(items.map(({ period }) => period))]
  const closes = new Map(all.map(({ period, closesAt }) => [period, closesAt]))
  const of = (period: string) => ({ body: body.code, period, closesAt: closes.get(period) ?? null })
  return [
    ...periods.map((period) => ({ subject: null, words: `本期全部事项（${periodLabel(period)}）`, ...of(period) })),
    ...items.map(({ subject, name, period }) => ({
      subject,
      words: `${name}（${periodLabel(period)}）`,
      ...of(period),
    })),
  ]
}

/** One body: what it owes, whom to call, what to write, more time. */
export function Body({ chased, view }: { chased: ChasedBody; view: Chasing }) {
  const { body, region } = chased
  return (
    <section className={s.body} aria-labelledby={body.code}>
      <h2 id={body.code}>
        {body.name} {owedWords(chased.items.length, chased.awaiting)}
      </h2>
      <Contacts chased={chased} now={view.stream.now} />
      <Drawn what="items" of={chased.items} also={view.stream.now}>
        <Items chased={chased} now={view.stream.now} />
      </Drawn>
      <CopyText key={chased.text} text={chased.text} />
      {view.mayExtend ? (
        <>
          <RemindButton
            chased={{ zone: view.zone.code, body: body.code, period: view.period.period }}
            lately={latelyWords(chased.lastChasedAt, view.stream.now)}
          />
          <ExtendForm
            kind="extend"
            zone={view.zone.code}
            region={region.code}
            choices={extendable(chased, view.periods)}
          />
        </>
      ) : null}
    </section>
  )
}
