import Link from 'next/link'
import { CHANGE_LABELS, ChangeKind, type Changes } from '@lianxi/schema/views/changes'
import { address } from '@/features/session/search'
import { minuteOf } from '@/features/ui/format'
import s from './board.module.css'
import type { Time } from './links'

export const CHANGES = '/board/changes'

/** `2025年二季度填报截止（2025-07-15 18:00）`: with what is compared, in words. */
export const comparedWords = ({ comparedWith, comparedNote }: Changes): string => {
  if (comparedWith === null) return ''
  const minute = minuteOf(comparedWith)
  return comparedNote === null ? minute : `${comparedNote}（${minute}）`
}

/** 自上次会议以来: how much changed, of which kind; each number opens its lines. */
export function Since({ changes, time }: { changes: Changes; time: Time }) {
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
      <Link className="link" href={address(CHANGES, time)} prefetch={false}>
        逐条查看
      </Link>
    </nav>
  )
}
