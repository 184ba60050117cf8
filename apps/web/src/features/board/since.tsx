import Link from 'next/link'
import { Suspense } from 'react'
import { CHANGE_LABELS, ChangeKind, type Changes } from '@lianxi/schema/views/changes'
import { UntilShown } from '@/features/live/until-shown'
import { address } from '@/features/session/search'
import s from './board.module.css'
import { CHANGES, type Time } from './links'
import { comparedWords } from './moment-words'
import type { Soon } from './soon'

/** `stamp`: what the page says of itself. */
type Place = { time: Time; stamp: string | null }

/** 自上次会议以来: how much changed, of which kind; each number opens its lines. What takes long comes later. */
export const Since = ({ changes, ...place }: Place & { changes: Soon<Changes> }) =>
  'now' in changes ? (
    <Counted changes={changes.now} {...place} />
  ) : (
    <Suspense fallback={<p className={s.since}>正在比较变化…</p>}>
      <CountedLater later={changes.later} {...place} />
    </Suspense>
  )

const CountedLater = async ({ later, ...place }: Place & { later: Promise<Changes | null> }) => (
  <Counted changes={await later} {...place} />
)

function Counted({ changes, time, stamp }: Place & { changes: Changes | null }) {
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
      {changes.stream === null ? null : <UntilShown shown={changes.stream.stamp} told={stamp} />}
      <b>自{comparedWords(changes, time.comparedWith)}以来</b>
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
