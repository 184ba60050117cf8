import Link from 'next/link'
import { CHANGE_LABELS, ChangeKind, type ChangeLine, type Changes } from '@lianxi/schema/views/changes'
import { subjectHref, type Time } from '@/features/board/links'
import { CHANGES, comparedWords } from '@/features/board/since'
import { address } from '@/features/session/search'
import { StatusSign } from '@/features/ui/status-mark'
import s from './brief.module.css'

const SHOWN = 5

function Line({ line, time }: { line: ChangeLine; time: Time }) {
  const { before, after } = line
  return (
    <li>
      <Link href={subjectHref(line.kind, line.subject, time)} prefetch={false}>
        <span className={s.name}>{line.name}</span>
        <span className={s.where}>
          {line.region?.shortName ?? ''} {before?.status ? <StatusSign status={before.status} /> : '尚无判定'} →{' '}
          {after?.status ? <StatusSign status={after.status} /> : '尚无判定'}
          {after?.overridden === true ? '（人工认定）' : null}
        </span>
      </Link>
    </li>
  )
}

function Group({ changes, kind, time }: { changes: Changes; kind: 'worse' | 'better'; time: Time }) {
  const count = changes.counts[kind] ?? 0
  if (count === 0) return null
  return (
    <>
      <h3>
        {CHANGE_LABELS[kind]}（{count}）
      </h3>
      <ul className={s.lines}>
        {changes.rows.slice(0, SHOWN).map((line) => (
          <Line key={`${line.subject} ${line.region?.code ?? ''} ${line.period ?? ''}`} line={line} time={time} />
        ))}
      </ul>
      {count > SHOWN ? (
        <p className={s.more}>
          列出 {SHOWN} 项，<Link href={address(CHANGES, { ...time, change: kind })}>全部 {count} 项</Link>
        </p>
      ) : null}
    </>
  )
}

const OTHERS = ChangeKind.options.filter((kind) => kind !== 'worse' && kind !== 'better')

/** 自上次以来: what became worse and better, line by line; how many of everything else. */
export function Changed({ worse, better, time }: { worse: Changes; better: Changes; time: Time }) {
  const others = OTHERS.filter((kind) => (worse.counts[kind] ?? 0) > 0)
  return (
    <section className={s.section} aria-labelledby="changed">
      <h2 id="changed">{worse.comparedWith === null ? '变化' : `自${comparedWords(worse)}以来`}</h2>
      {worse.comparedWith === null ? <p className="note">没有可以对比的时点。</p> : null}
      <Group changes={worse} kind="worse" time={time} />
      <Group changes={better} kind="better" time={time} />
      {others.length === 0 ? null : (
        <p className={s.others}>
          {others.map((kind) => (
            <Link key={kind} href={address(CHANGES, { ...time, change: kind })} prefetch={false}>
              {CHANGE_LABELS[kind]} {worse.counts[kind]}
            </Link>
          ))}
        </p>
      )}
    </section>
  )
}
