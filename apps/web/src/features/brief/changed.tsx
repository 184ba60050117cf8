import Link from 'next/link'
import { periodLabel } from '@lianxi/schema/period'
import { CHANGE_LABELS, ChangeKind, type ChangeLine, type Changes } from '@lianxi/schema/views/changes'
import { CHANGES, subjectHref, type Time } from '@/features/board/links'
import { comparedWords } from '@/features/board/moment-words'
import { address } from '@/features/session/search'
import { StatusSign } from '@/features/ui/status-mark'
import s from './brief.module.css'
import { Lines } from './lines'

const SHOWN = 5
/** What is listed line by line, in this order; of everything else the brief says how many. */
const LISTED = ['worse', 'better', 'matter-opened', 'matter-closed'] as const
export type ListedKind = (typeof LISTED)[number]
/** The same picture, once for the lines of each of them. */
export type ChangesOf = Record<ListedKind, Changes>

/** A status that got better or worse, with the periods it was said of. */
function Moved({ region, period, before, after, earlier }: ChangeLine) {
  const then = earlier ?? before
  return (
    <span className={s.where}>
      {region?.shortName ?? ''} {earlier === null ? null : periodLabel(earlier.period)}{' '}
      {then?.status ? <StatusSign status={then.status} /> : '尚无判定'} → {period === null ? null : periodLabel(period)}{' '}
      {after?.status ? <StatusSign status={after.status} /> : '尚无判定'}
      {after?.overridden === true ? '（人工认定）' : null}
    </span>
  )
}

function Line({ line, time }: { line: ChangeLine; time: Time }) {
  return (
    <li>
      <Link href={subjectHref(line.kind, line.subject, time)} prefetch={false}>
        <span className={s.name}>{line.name}</span>
        {line.note === null ? (
          <Moved {...line} />
        ) : (
          <>
            <span className={s.where}>{line.region?.shortName ?? '跨区域'}</span>
            <span className={s.why}>{line.note}</span>
          </>
        )}
      </Link>
    </li>
  )
}

function Group({ changes, kind, time }: { changes: Changes; kind: ListedKind; time: Time }) {
  const count = changes.counts[kind] ?? 0
  if (count === 0) return null
  return (
    <>
      <h3>
        {CHANGE_LABELS[kind]}（{count}）
      </h3>
      <Lines
        items={changes.rows}
        total={count}
        shown={SHOWN}
        line={(line) => (
          <Line
            key={`${line.subject} ${line.region?.code ?? ''} ${line.period ?? ''} ${line.note ?? ''}`}
            line={line}
            time={time}
          />
        )}
        all={{ href: address(CHANGES, { ...time, change: kind }), label: `全部 ${count} 项` }}
        elsewhere="见系统“变化”页"
      />
    </>
  )
}

const OTHERS = ChangeKind.options.filter((kind) => !LISTED.some((listed) => listed === kind))

/** 自上次以来: what became worse and better, which matters were opened and closed; how many of everything else. */
export function Changed({ changes, time }: { changes: ChangesOf; time: Time }) {
  const { counts, comparedWith } = changes.worse
  const others = OTHERS.filter((kind) => (counts[kind] ?? 0) > 0)
  return (
    <section className={s.section} aria-labelledby="changed">
      <h2 id="changed">
        {comparedWith === null ? '变化' : `自${comparedWords(changes.worse, time.comparedWith)}以来`}
      </h2>
      {comparedWith === null ? <p className="note">没有可以对比的时点。</p> : null}
      {LISTED.map((kind) => (
        <Group key={kind} changes={changes[kind]} kind={kind} time={time} />
      ))}
      {others.length === 0 ? null : (
        <p className={s.others}>
          {others.map((kind) => (
            <Link key={kind} href={address(CHANGES, { ...time, change: kind })} prefetch={false}>
              {CHANGE_LABELS[kind]} {counts[kind]}
            </Link>
          ))}
        </p>
      )}
    </section>
  )
}
