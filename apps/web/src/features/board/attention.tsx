import { matterKind } from '@lianxi/schema/vocabulary'
import { periodLabel } from '@lianxi/schema/period'
import { ATTENTION_LABELS, type AttentionLine } from '@lianxi/schema/views/overview'
import { Empty } from '@/features/shell/page-head'
import { shortMinuteOf } from '@/features/ui/format'
import { AttributeTag, FilingMark } from '@/features/ui/mark'
import { StatusOf } from '@/features/ui/status-mark'
import { ATTENTION_RULE, isPoor } from './attention-rule'
import s from './board.module.css'
import { Last } from './last'
import { type Counted, filingsHref, subjectHref, type Time } from './links'
import { figureOf } from './standing'

function Why({ line }: { line: AttentionLine }) {
  const { returned } = line
  return (
    <>
      {returned === null ? null : (
        <span>
          退回：{returned.reason}
          <span className="sub">
            {returned.by} {returned.person} {shortMinuteOf(returned.at)}
          </span>
        </span>
      )}
      {isPoor(line.mark) ? <span>{line.mark.sentence}</span> : null}
      {line.problems === null ? null : (
        <span className={returned === null && !isPoor(line.mark) ? undefined : 'sub'}>{line.problems}</span>
      )}
      {line.objections.map((objection) => (
        <span key={objection.message} className="sub warned">
          核对：{objection.message}
        </span>
      ))}
      {line.matters.map((matter, index) => (
        <span key={index} className="sub">
          需协调（{matterKind.labels[matter.kind]}）：{matter.text}
        </span>
      ))}
      {line.reasons.every((reason) => reason === 'overdue') ? <Last last={line.last} /> : null}
    </>
  )
}

function Line({ line, time }: { line: AttentionLine; time: Time }) {
  const words = line.reasons.map((reason) => ATTENTION_LABELS[reason]).join('、')
  const now = figureOf(line)
  return (
    <tr data-key={`${line.subject} ${line.region.code} ${line.period}`}>
      <td>
        <AttributeTag attribute={line.attribute} />
        <a href={subjectHref(line.kind, line.subject, time)}>{line.name}</a>
        <span className="sub">
          {periodLabel(line.period)}
          {now === null ? null : <span className={s.said}> · {now}</span>}
        </span>
      </td>
      <td data-label="地区" className="nowrap">
        {line.region.shortName}
      </td>
      <td data-label="情况">
        <div>
          <StatusOf mark={line.mark} />
          {line.state === 'reported' ? null : <FilingMark state={line.state} />}
          <span className="sub">{words}</span>
        </div>
      </td>
      <td data-label="原因与需协调">
        <div>
          <Why line={line} />
        </div>
      </td>
      <td data-label="下步" data-empty={line.nextStep === null}>
        {line.nextStep}
      </td>
    </tr>
  )
}

/** As many lines as the first screen has room for; 要情 prints the others. */
const SHOWN = 30

/** 需关注: each line says what, where, why, the reason the region gives and its next step. */
export function Attention({ lines, total, of }: { lines: AttentionLine[]; total: number; of: Counted }) {
  const shown = lines.slice(0, SHOWN)
  return (
    <section className={s.section} aria-labelledby="attention">
      <header>
        <h2 id="attention">需关注</h2>
        <small>{shown.length < total ? `列出 ${shown.length} / ${total} 条；` : `${total} 条；`}先约束性，次重点</small>
        {total === 0 ? null : <a href={filingsHref({ ...of, show: 'attention' })}>全部事项</a>}
      </header>
      {lines.length === 0 ? (
        <Empty title="本期没有需要关注的事项">{ATTENTION_RULE}会列在这里。</Empty>
      ) : (
        <>
          <p className="note">列出{ATTENTION_RULE}。</p>
          <table className={`cards ${s.attention ?? ''}`}>
            <thead>
              <tr>
                <th scope="col">指标或项目</th>
                <th scope="col">地区</th>
                <th scope="col">情况</th>
                <th scope="col">原因与需协调</th>
                <th scope="col">下步</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((line) => (
                <Line key={`${line.subject} ${line.region.code} ${line.period}`} line={line} time={of} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}
