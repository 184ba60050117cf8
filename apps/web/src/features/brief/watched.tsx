import Link from 'next/link'
import { ATTENTION_LABELS, type AttentionLine } from '@lianxi/schema/views/overview'
import { matterKind } from '@lianxi/schema/vocabulary'
import { subjectHref, type Time } from '@/features/board/links'
import { figureOf } from '@/features/board/standing'
import { AttributeTag } from '@/features/ui/mark'
import { SaidTags, StatusSign } from '@/features/ui/status-mark'
import s from './brief.module.css'
import { Lines } from './lines'

/** As many as a minute has room for; the others are a press away. */
const SHOWN = 8

/** The one sentence that says why: what somebody asks for goes before what the rules say. */
function why({ returned, matters, problems, reasons, mark }: AttentionLine): string {
  const [matter] = matters
  if (returned !== null) return `退回：${returned.reason}`
  if (matter !== undefined) return `需协调（${matterKind.labels[matter.kind]}）：${matter.text}`
  if (reasons.includes('status') && mark !== null) return mark.sentence
  return problems ?? reasons.map((reason) => ATTENTION_LABELS[reason]).join('、')
}

function Line({ line, time }: { line: AttentionLine; time: Time }) {
  const now = figureOf(line)
  return (
    <li>
      <Link href={subjectHref(line.kind, line.subject, time)} prefetch={false}>
        <span className={s.name}>
          <AttributeTag attribute={line.attribute} />
          {line.name}
        </span>
        <span className={s.where}>
          {line.region.shortName}
          {line.mark === null ? null : (
            <>
              {' '}
              · <StatusSign status={line.mark.status} /> <SaidTags mark={line.mark} />
            </>
          )}
          {now === null ? '' : ` · ${now}`}
        </span>
        <span className={s.why}>{why(line)}</span>
      </Link>
    </li>
  )
}

/** 需关注, the worst first. */
export function Watched({
  lines,
  total,
  time,
  all,
}: {
  lines: AttentionLine[]
  total: number
  time: Time
  all: string
}) {
  return (
    <section className={s.section} aria-labelledby="watched">
      <h2 id="watched">需关注（{total}）</h2>
      {lines.length === 0 ? <p className="note">本期没有需要关注的事项。</p> : null}
      <Lines
        items={lines}
        total={total}
        shown={SHOWN}
        line={(line) => <Line key={`${line.subject} ${line.region.code} ${line.period}`} line={line} time={time} />}
        all={{ href: all, label: `全部 ${total} 项` }}
        elsewhere="请在系统“目标”“项目”清单中按填报情况“需关注”筛选查看"
      />
    </section>
  )
}
