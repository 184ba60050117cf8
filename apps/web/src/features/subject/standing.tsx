import { periodLabel } from '@lianxi/schema/period'
import { measureKind, missingInput, status as statuses, statusMethod } from '@lianxi/schema/status-vocabulary'
import type { StatusView } from '@lianxi/schema/views/status'
import type { SubjectView } from '@lianxi/schema/views/subject'
import { momentOf } from '@/features/ui/format'
import { Tag } from '@/features/ui/mark'
import { answerWord } from '@/features/status/words'
import { StatusSign } from '@/features/ui/status-mark'
import { SaidOfStatus } from '@/features/status/said-of-status'
import s from './subject.module.css'
import { Trouble, YearPromise } from './trouble'

function Facts({ standing }: { standing: StatusView }) {
  const { method, ruleSet, measure, expected, actual, missing, inputs } = standing
  const facts = [
    { name: '判定方法', value: statusMethod.labels[method] },
    { name: '判定规则', value: ruleSet === 0 ? '默认规则' : `本经济区规则第 ${ruleSet} 版` },
    ...(measure === null ? [] : [{ name: measureKind.labels[measure.kind], value: measure.value }]),
    ...(expected === null ? [] : [{ name: '应达到', value: expected }]),
    ...(actual === null ? [] : [{ name: '实际', value: actual }]),
    ...(missing === null ? [] : [{ name: '缺少的依据', value: missingInput.labels[missing] }]),
    ...inputs,
  ]
  return (
    <dl className={s.inputs}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Earlier({ standing }: { standing: StatusView }) {
  if (standing.earlier.length === 0) return null
  return (
    <>
      <p className="note">本期判定的变化：</p>
      <ul className={s.earlier}>
        {standing.earlier.map((before) => (
          <li key={before.since}>
            <StatusSign status={before.status} /> {momentOf(before.since)} 起，至 {momentOf(before.until)}
            <span className="sub">{before.sentence}</span>
            {before.override === null ? null : (
              <span className="sub">
                人工认定（按规则：{statuses.labels[before.computed]}）：{before.override.reason}
              </span>
            )}
            {before.objection === null ? null : (
              <span className="sub">
                异议（{answerWord(before.objection)}）：{before.objection.text}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Region({ subject, standing, alone }: { subject: SubjectView; standing: StatusView; alone: boolean }) {
  const { region, period, status, computed, sentence } = standing
  return (
    <div className={s.standing}>
      <p>
        <b className={s.standingMark}>
          <StatusSign status={status} />
        </b>{' '}
        {alone ? '' : `${region.name} · `}
        {periodLabel(period)}
        {standing.provisional ? <Tag>暂</Tag> : null}
        {standing.derived ? <Tag>推算</Tag> : null}
        {computed === status ? null : <Tag>人工认定；按规则：{statuses.labels[computed]}</Tag>}
      </p>
      <p>{sentence}</p>
      <YearPromise subject={subject} standing={standing} />
      <Trouble subject={subject} standing={standing} />
      <SaidOfStatus subject={subject} region={region.code} shown={period} />
      <details>
        <summary>
          判定依据{standing.earlier.length === 0 ? '' : `、本期判定的变化（${standing.earlier.length}）`}
        </summary>
        <Facts standing={standing} />
        <p className="note">自 {momentOf(standing.since)} 起如此判定。</p>
        <Earlier standing={standing} />
      </details>
    </div>
  )
}

/** 状态: of each region's latest period, why, and on what it rests. */
export function Standing({ subject }: { subject: SubjectView }) {
  const { standing } = subject
  if (standing.length === 0) return null
  return (
    <section className={s.section} aria-labelledby="standing">
      <h2 id="standing">状态</h2>
      <div className={s.standings}>
        {standing.map((one) => (
          <Region key={one.region.code} subject={subject} standing={one} alone={standing.length === 1} />
        ))}
      </div>
    </section>
  )
}
