import Link from 'next/link'
import { Suspense } from 'react'
import { CHANGE_LABELS, ChangeKind, type Changes } from '@lianxi/schema/views/changes'
import { address } from '@/features/session/search'
import { minuteOf } from '@/features/ui/format'
import s from './board.module.css'
import type { Time } from './links'
import type { Soon } from './soon'

export const CHANGES = '/board/changes'

/** `2025年二季度填报截止（2025-07-15 18:00）`: with what is compared, in words. */
export const comparedWords = ({ comparedWith, comparedNote }: Changes): string => {
  if (comparedWith === null) return ''
  const minute = minuteOf(comparedWith)
  return comparedNote === null ? minute : `${comparedNote}（${minute}）`
}

type Props = { changes: Soon<Changes>; time: Time }

/** 自上次会议以来: how much changed, of which kind; each number opens its lines. What takes long comes later. */
export const Since = ({ changes, time }: Props) =>
  'now' in changes ? (
    <Counted changes={changes.now} time={time} />
  ) : (
    <Suspense fallback={<p className={s.since}>正在比较变化…</p>}>
      <CountedLater later={changes.later} time={time} />
    </Suspense>
  )

const CountedLater = async ({ later, time }: { later: Promise<Changes | null>; time: Time }) => (
  <Counted changes={await later} time={time} />
)

function Counted({ changes, time }: { changes: Changes | null; time: Time }) {
  if (changes === null) {
    return (
      <p className={s.since}>
        变化暂时未能列出，请稍后刷新，或选择较近的对比时点后{' '}
        <Link className="link" href={address(CHANGES, time)} prefetch={false}>
          逐条查看
        </Link>
      </p>
    )
  }
  if (changes.comparedWith === null) return null
  const shown = ChangeKind.options.filter((kind) => (changes.counts[kind] ?? 0) > 0)
  return (
    <nav className={s.since} aria-label="变化">
      <b>自{comparedWords(changes)}以来</b>
      {shown.length === 0 ? <span>没有变化</span> : null}
      {shown.map((change) => (
        <Link key={change} href={address(CHANGES, { ...time, change })} prefetch={false}>
          {CHANGE_LABELS[change]} {changes.counts[change]}
        </Link>
      ))}
      <Link className="link no-print" href={address(CHANGES, time)} prefetch={false}>
        逐条查看
      </Link>
    </nav>
  )
}
