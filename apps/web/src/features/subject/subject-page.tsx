import Link from 'next/link'
import { FREQUENCY_LABELS, periodLabel } from '@lianxi/schema/period'
import type { LibraryProject } from '@lianxi/schema/views/library'
import type { InvitableView, PartnersView } from '@lianxi/schema/views/partner'
import type { SubjectView } from '@lianxi/schema/views/subject'
import { subjectKind, visibility } from '@lianxi/schema/vocabulary'
import { type Asked, StatementsOf } from '@/features/baseline/statements'
import { RollUpNote, RollUpTable } from '@/features/board/roll-up'
import b from '@/features/board/board.module.css'
import { subjectHref, type Time, timeOf } from '@/features/board/links'
import { PictureNote } from '@/features/board/picture-note'
import { TimeFields } from '@/features/board/time-fields'
import { Crossing } from '@/features/cross-region/crossing'
import { LibrarySection } from '@/features/library/library-section'
import { ExtendForm } from '@/features/chasing/extend-form'
import { Extensions } from '@/features/chasing/extensions'
import { PartnersSection } from '@/features/partner/partners-section'
import { Revisions } from '@/features/plan-revision/revisions'
import type { Query } from '@/features/session/search'
import { PageHead } from '@/features/shell/page-head'
import { Cells } from './cells'
import { Items } from './items'
import { PromiseFacts } from './promise'
import { Reports } from './reports'
import { Standing } from './standing'
import s from './subject.module.css'
import { Trend } from './trend'

function Related({ subject, time }: { subject: SubjectView; time: Time }) {
  const groups: [string, SubjectView['children']][] = [
    ['上级事项', subject.parent === null ? [] : [subject.parent]],
    ['下级事项', subject.children],
  ]
  return groups
    .filter(([, subjects]) => subjects.length > 0)
    .map(([label, subjects]) => (
      <p key={label} className="note">
        {label}：
        {subjects.map(({ code, name }) => (
          <Link key={code} href={subjectHref(subject.kind, code, time)} prefetch={false}>
            {name}（{code}）{' '}
          </Link>
        ))}
      </p>
    ))
}

function dutiesOf(subject: SubjectView): string {
  const latest = Math.max(...subject.duties.map(({ year }) => year))
  const words = subject.duties
    .filter(({ year }) => year === latest)
    .map(({ body, region, frequency, from, servedBy }) => {
      const since = from === null ? '' : `，自${periodLabel(from)}起`
      const along = servedBy === null ? '' : `，由“${servedBy}”一并报送`
      return `${body.name}（${region.shortName}，按${FREQUENCY_LABELS[frequency]}${since}${along}）`
    })
  return words.length === 0 ? '无' : `${latest}年 ${words.join('、')}`
}

/** More time that was given, and the form for more; the secretariat's alone. */
function Extended({ subject: { zone, code, extensions, owed, periods } }: { subject: SubjectView }) {
  if (extensions.length === 0 && owed.length === 0) return null
  return (
    <section className={s.section} aria-labelledby="extended">
      <h2 id="extended">延期</h2>
      <Extensions extensions={extensions} />
      {owed.map(({ region, body, period }) => (
        <div key={`${body.code} ${period}`}>
          {body.name} {periodLabel(period)}尚未报送
          <ExtendForm
            kind="extend"
            {...{ zone, region: region.code }}
            choices={[
              {
                ...{ body: body.code, subject: code, words: `本事项（${periodLabel(period)}）`, period },
                closesAt: periods.find((one) => one.period === period)?.closesAt ?? null,
              },
            ]}
          />
        </div>
      ))}
    </section>
  )
}

type Props = {
  subject: SubjectView
  library: LibraryProject | null
  asked: Asked | null
  partners: PartnersView | null
  invitable: InvitableView | null
  query: Query
}

/**
 * All there is about one target or project: what was promised, where it stands and what is wrong first; what is looked
 * up stands below and folded.
 */
export function SubjectPage({ subject, library, asked, partners, invitable, query }: Props) {
  const path = subjectHref(subject.kind, subject.code)
  const time = timeOf(query)
  const { approved, proposals } = subject.revisions
  const revised = approved.length + proposals.length > 0
  return (
    <>
      <PageHead
        title={subject.name}
        note={
          <>
            <p className="note">
              {subjectKind.labels[subject.kind]} {subject.code} · {subject.field} ·{' '}
              {visibility.labels[subject.visibility]} · 填报责任：
              {dutiesOf(subject)}
            </p>
            <PictureNote zone={subject.zone} picture={subject} path={path} query={query} />
          </>
        }
        controls={
          <form action={path} method="get" className={b.chooser}>
            <TimeFields query={query} />
            <button type="submit">查看</button>
          </form>
        }
      />
      <PromiseFacts subject={subject} />
      <Standing subject={subject} />
      <Related subject={subject} time={time} />
      {revised ? <Revisions subject={subject} /> : null}
      {subject.rollUp === null ? null : (
        <section className={s.section} aria-labelledby="roll-up">
          <h2 id="roll-up">全区汇总（{periodLabel(subject.rollUp.period)}）</h2>
          <RollUpNote rollUp={subject.rollUp} />
          <RollUpTable rollUps={[subject.rollUp]} time={time} />
        </section>
      )}
      <Crossing subject={subject} time={time} />
      {partners === null ? null : <PartnersSection view={partners} subject={subject.code} invitable={invitable} />}
      <div className={subject.courses.length > 1 ? undefined : s.columns}>
        <Trend subject={subject} />
        <Cells subject={subject} />
      </div>
      <Extended subject={subject} />
      <Items items={subject.items} project={subject.kind === 'project'} />
      <Reports subject={subject} />
      {library === null ? null : <LibrarySection project={library} />}
      {revised ? null : <Revisions subject={subject} />}
      {asked === null ? null : <StatementsOf zone={subject.zone} asked={asked} />}
    </>
  )
}
